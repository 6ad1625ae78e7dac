import { createHash } from "node:crypto";
import type { SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { AssignedCreative, Purchase, PurchasedPackage } from "../../../supply/callers/index.ts";

/** AdCP 3.1, get-media-buys-response: the result of reviewing a package's creative. */
export function toAdcpApproval({ creativeId, standing, isRefused, note }: AssignedCreative) {
  const status = isRefused || standing === "archived" || standing === "suspended" ? "rejected" : standing;
  return {
    creative_id: creativeId,
    approval_status: status,
    ...(status === "rejected" && { rejection_reason: note ?? "no reason was given" }),
  };
}

const OVER: ReadonlySet<string> = new Set(["completed", "canceled", "rejected"]);

/**
 * AdCP 3.1, core/impairment: rejected creatives that leave a package of a running buy with nothing to show. A rejected creative impairs
 * nothing as long as another one is shown.
 */
export function toAdcpHealth({ mediaBuyId, packages }: Purchase, { status }: SellerMediaBuy) {
  const stuck = OVER.has(status) ? [] : packages.filter((part) => !part.canceled && showsNothing(part));
  const rejected = Map.groupBy(
    stuck.flatMap(({ packageId, creatives }) => creatives.filter(isOffline).map((one) => ({ ...one, packageId }))),
    ({ creativeId }) => creativeId,
  );
  const impairments = [...rejected].map(([creativeId, found]) => {
    const since = found[0]?.since.toISOString() ?? "";
    const named = createHash("sha256").update(`${mediaBuyId} ${creativeId} ${since}`).digest("hex").slice(0, 32);
    const note = found[0]?.note;
    const isSuspended = found.every(({ standing }) => standing === "suspended");
    return {
      impairment_id: `imp_${named}`,
      resource_type: "creative",
      resource_id: creativeId,
      package_ids: found.map(({ packageId }) => packageId),
      transition: { to: isSuspended ? "suspended" : "rejected" },
      reason_code: isSuspended ? "identity_authorization_expired" : "content_rejected",
      ...(note && { reason: note.slice(0, 500) }),
      observed_at: since,
      remediation: "send a corrected version, or assign another creative",
    };
  });
  return { health: impairments.length > 0 ? "impaired" : "ok", impairments };
}

function showsNothing({ creatives }: PurchasedPackage): boolean {
  return creatives.some(isOffline) && !creatives.some(isShown);
}

function isOffline({ standing, isRefused }: AssignedCreative): boolean {
  return standing === "rejected" || standing === "suspended" || isRefused;
}

function isShown({ standing, isRefused, hasPredecessor }: AssignedCreative): boolean {
  return !isRefused && (standing === "approved" || (standing === "pending_review" && hasPredecessor));
}

import type { z } from "zod";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import type { Edge } from "../../http/mount.ts";
import type { Guide } from "../../reference/index.ts";
import type { McpRequestContext } from "../tools/tool.ts";
import { readAs } from "./read-as.ts";
import { Buyers, Counted, Instructions, Keys, Links, Pending, Readiness, Storefront, Unread } from "./seen.ts";

/** A seller's situation. A part is undefined if the seller does not have it or may not read it, or if this server does not know it. */
export interface SellerSituation {
  readonly termsAccepted: boolean;
  readonly storefront: z.output<typeof Storefront> | undefined;
  /** The operator's instructions for those who speak for it; undefined if no version is active. */
  readonly instructions: z.output<typeof Instructions> | undefined;
  readonly readiness: z.output<typeof Readiness> | undefined;
  readonly buyers: z.output<typeof Buyers>["items"];
  /** The number of open invitations. */
  readonly joinLinks: number;
  readonly pending: Pending | undefined;
  /** Requests from other storefronts to resell from this one. */
  readonly links: Links | undefined;
  /** Outside buyers whose keys expire within a fortnight. */
  readonly endingKeys: Keys | undefined;
  readonly unread: z.output<typeof Unread> | undefined;
}

/** A buyer whose key is about to expire needs a new one before then. */
const ENDING_SOON_MS = 14 * DAY_MS;

/** Reads with the caller's own permissions, through operations that the caller could call itself. Undefined for callers that do not sell. */
export async function readSituation(
  guide: Guide,
  requestContext: McpRequestContext,
  edge: Pick<Edge, "host" | "keyring">,
): Promise<SellerSituation | undefined> {
  // Not cached, because the terms may have been accepted a moment ago.
  const viewer = await requestContext.fresh();
  if (viewer.customerKind !== "SELLER") return undefined;

  const read = readAs(viewer, guide, requestContext, edge);
  const [storefront, instructions, readiness, buyers, joinLinks, pending, links, endingKeys, unread] =
    await Promise.all([
      read("getStorefront", Storefront),
      read("getActiveOperatingInstructions", Instructions),
      read("getStorefrontReadiness", Readiness),
      read("listSponsoredBuyers", Buyers),
      read("listJoinLinks", Counted),
      read("getStorefrontPendingOperations", Pending),
      read("listStorefrontLinks", Links, { direction: "inbound", status: "PENDING" }),
      read("listCallerKeys", Keys, { expiresBefore: after(edge.host.clock.now(), ENDING_SOON_MS).toISOString() }),
      read("listNotifications", Unread, { unreadOnly: "true", limit: "1" }),
    ]);
  return {
    termsAccepted: viewer.termsAccepted,
    storefront,
    instructions,
    readiness,
    buyers: buyers?.items ?? [],
    joinLinks: joinLinks?.items.length ?? 0,
    pending,
    links,
    endingKeys,
    unread,
  };
}

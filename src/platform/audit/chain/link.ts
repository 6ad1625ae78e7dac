import { createHash } from "node:crypto";
import type { AuditEntry } from "../../../ground/kernel/audit-entry.ts";

/** What an entry's hash covers, besides the hash before it. */
export interface Sealed {
  readonly auditId: string;
  readonly at: Date;
  readonly action: string;
  readonly operation: string;
  readonly outcome: string;
  readonly resourceType: string;
  readonly resourceId: string | null;
  readonly advertiserId: number | null;
  readonly campaignId: string | null;
  readonly userId: number | null;
  readonly userEmail: string | null;
  readonly requestId: string;
  /** As text, to the letter. */
  readonly changes: string | null;
}

export function sealedOf(auditId: string, entry: AuditEntry): Sealed {
  const { viewer, scope, changes, requestId, at, operation, action, outcome, resourceType, resourceId } = entry;
  const resource = { resourceType, resourceId, ...scope };
  const actor = { userId: viewer.userId, userEmail: viewer.email };
  return {
    auditId,
    at,
    action,
    operation,
    outcome,
    ...resource,
    ...actor,
    requestId,
    changes: changes && JSON.stringify(changes),
  };
}

export function sealedText(entry: Sealed): string {
  return JSON.stringify([
    entry.auditId,
    entry.at.toISOString(),
    entry.action,
    entry.operation,
    entry.outcome,
    entry.resourceType,
    entry.resourceId,
    entry.advertiserId,
    entry.campaignId,
    entry.userId,
    entry.userEmail,
    entry.requestId,
    entry.changes,
  ]);
}

/** A link of the chain: what stands in the log. */
export interface Link {
  readonly sequence: number;
  readonly hash: string;
  readonly sealed: Sealed;
}

/** How far a chain was followed: the last number, and its hash. */
export interface Followed {
  readonly sequence: number;
  readonly hash: string;
}

export const BEGINNING: Followed = { sequence: 0, hash: "" };

/** Follows the chain over the next links; answers the number of the first that does not hold, where there is one. */
export function follow(from: Followed, links: readonly Link[]): Followed | { readonly brokenAt: number } {
  let { sequence, hash } = from;
  for (const link of links) {
    sequence += 1;
    hash = createHash("sha256")
      .update(hash + sealedText(link.sealed))
      .digest("hex");
    if (link.sequence !== sequence || link.hash !== hash) return { brokenAt: sequence };
  }
  return { sequence, hash };
}

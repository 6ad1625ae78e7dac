import type { Host } from "../host.ts";
import type { Operation } from "../operation.ts";
import { inTransaction, nowFor } from "../perform.ts";
import { illFormed } from "../texts/well-formed.ts";
import type { Viewer } from "../viewer.ts";
import { ACTIONS, resourceId } from "./write.ts";

interface Refused {
  readonly params?: unknown;
  readonly requestId: string;
}

const MOST_ID = 255;

/**
 * Records a refused attempt in its organisation's log, in a separate transaction, because the attempt's own is rolled back. If it cannot be
 * recorded, the refusal stands nevertheless.
 */
export async function recordRefusal(
  op: Operation,
  { requestId, params }: Refused,
  viewer: Viewer,
  host: Host,
): Promise<void> {
  if (op.access === "public") return;
  const named = illFormed(params).length === 0 ? resourceId(op, { params }, undefined) : null;
  const resource = { resourceType: op.audit?.resource ?? op.tag, resourceId: named?.slice(0, MOST_ID) ?? null };
  const entry = {
    viewer,
    requestId,
    at: nowFor(host, viewer),
    operation: op.id,
    action: op.audit?.action ?? ACTIONS[op.method],
    outcome: "denied",
    ...resource,
    scope: { advertiserId: null, campaignId: null },
    changes: null,
  } as const;
  await inTransaction(host, viewer, requestId, "write", ({ db }) => host.audit(db, entry)).catch((error: unknown) =>
    host.log.error({ err: error, requestId, operation: op.id }, "a refusal was not written down"),
  );
}

import type { Operation } from "../../../ground/kernel/operation.ts";
import type { Edge } from "../../http/mount.ts";
import type { Outcome } from "../../http/run-request.ts";
import { type Guide, nextAfter } from "../../reference/index.ts";
import { auditPage } from "../calls/audit-page.ts";
import { CallArguments, callIn } from "../calls/call.ts";
import { callEffectsOf } from "../calls/call-effects.ts";
import { findOperation } from "../calls/find-operation.ts";
import { routesOf } from "../calls/routes.ts";
import { runOperation } from "./run-operation.ts";
import { type Tool, tool } from "./tool.ts";

const API = { buyer: "Buyer API", storefront: "Storefront API", operator: "Operator API" } as const;

/** Any operation of one side's API (buyer contract m.2, m.4). */
export function apiCall(guide: Guide, edge: Pick<Edge, "host" | "keyring">): Tool {
  const routes = routesOf(guide.operations);
  return tool({
    name: "api_call",
    title: `Call the ${API[guide.side]}`,
    description: `Calls one operation of the ${API[guide.side]} and returns its complete REST envelope. Identify it by method and path, by endpoint, or by operation. Call ask_about_capability first for exact paths and fields. Files cannot be uploaded this way: refer to them by URL.`,
    takes: CallArguments,
    hints: { readOnlyHint: false, destructiveHint: true },
    async answer(given, requestContext) {
      const call = callIn(given);
      const { op, params, query: asked } = findOperation(call, routes, guide);
      const query = guide.side === "storefront" ? auditPage(op, asked) : asked;
      const { body, idempotencyKey } = call;
      const outcome = await runOperation(op, { params, query, body, idempotencyKey }, requestContext, edge);
      return { outcome, remark: remarkOn(op, outcome, guide) };
    },
  });
}

function remarkOn(op: Operation, { status, replayed, envelope }: Outcome, guide: Guide): string {
  const { pagination } = envelope.meta;
  const capability = guide.capability(op.id);
  const next = capability && nextAfter(guide, capability);
  return [
    `${op.id} returned ${status}.`,
    ...callEffectsOf(envelope.data),
    replayed && "This is the answer to the first call with this idempotencyKey; nothing was done again.",
    pagination?.hasMore && `There are ${pagination.total}; continue with skip=${pagination.skip + pagination.take}.`,
    next && `The usual next step: ${next.op.id} (${next.method} ${next.path}).`,
  ]
    .filter(Boolean)
    .join(" ");
}

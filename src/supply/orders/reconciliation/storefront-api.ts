import { z } from "zod";
import { Conflict, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { ReconciliationView, SettleBody, SettlePath, viewOf } from "./schema.ts";
import { settleSource } from "./settle-source.ts";
import { listReconciliations } from "./store.ts";

export const listSourceReconciliations = operation({
  id: "listSourceReconciliations",
  api: "storefront",
  method: "get",
  path: "/source-reconciliations",
  summary: "List media buys at sources that a restored backup does not know about",
  description:
    "Empty unless the installation was restored. Nothing new is bought from a source before it has said what it holds. A buyer " +
    "who repeats a purchase gets the one that the source already has; the storefront's people decide on the rest.",
  tag: "Media buys",
  ours: true,
  access: "read",
  answer: z.object({ reconciliations: z.array(ReconciliationView) }),
  async handle(_, { db, viewer }) {
    return { reconciliations: (await listReconciliations(db, viewer.customerId)).map(viewOf) };
  },
});

export const settleSourceReconciliation = operation({
  id: "settleSourceReconciliation",
  decides: true,
  api: "storefront",
  method: "post",
  path: "/source-reconciliations/{sourceId}/settle",
  summary: "Record that you have reconciled with a source, and let buyers buy from it again",
  description:
    "Media buys left at the source continue there and belong to no order here: if nobody wants them, ask its people to " +
    "cancel them. Every one that is OPEN must be named.",
  tag: "Media buys",
  ours: true,
  access: "write",
  params: SettlePath,
  body: SettleBody,
  answer: ReconciliationView,
  errors: [NotFound, InvalidState, Conflict],
  refs: { "params.sourceId": "source" },
  audit: { resource: "INVENTORY_SOURCE", action: "UPDATE" },
  handle: async ({ params, body }, ctx) => viewOf(await settleSource(ctx, params.sourceId, body.leave)),
});

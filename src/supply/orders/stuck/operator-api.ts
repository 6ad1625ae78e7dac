import { z } from "zod";
import { installationDb } from "../../../ground/kernel/context.ts";
import { csvPageOf } from "../../../ground/kernel/csv/csv-list.ts";
import { Conflict, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf, takeSkip } from "../../../ground/kernel/query.ts";
import { placeLeg } from "../legs/place-leg.ts";
import { StuckLegPath, StuckLegView, StuckSettlementBody, viewOf } from "./schema.ts";
import { getStuckLeg, settleForSeller } from "./settle-for-seller.ts";
import { listStuckLegsBehindOfAllCustomers, listStuckLegsOfAllCustomers, type StuckLeg } from "./store.ts";

const shared = { api: "operator", tag: "Media buys", access: "operate", ours: true } as const;
const one = {
  ...shared,
  method: "post",
  params: StuckLegPath,
  answer: z.null(),
  status: 204,
  errors: [Invalid, NotFound, Conflict],
  refs: { "params.legId": "leg" },
} as const;

export const listStuckBuys = operation({
  ...shared,
  id: "listStuckBuys",
  method: "get",
  path: "/stuck-buys",
  summary: "List the orders, at all storefronts, that a source may have booked without confirming, longest first",
  query: z.object(takeSkip),
  paging: "take/skip",
  answer: z.object({ stuckBuys: z.array(StuckLegView), total: z.int() }),
  csv: {
    fileName: "stuck-buys",
    columns: ["id", "storefront", "buyer", "source", "state", "executionKey", "sent", "message"],
    async page(_, ctx, after) {
      const legs = await listStuckLegsBehindOfAllCustomers(installationDb(ctx), after);
      return csvPageOf(legs, lineOf, ({ legId }) => legId);
    },
  },
  async handle({ query }, ctx) {
    const { legs, total } = await listStuckLegsOfAllCustomers(installationDb(ctx), pageOf(query));
    return { stuckBuys: legs.map(viewOf), total };
  },
});

function lineOf(leg: StuckLeg) {
  const { legId, storefrontName, buyerName, sourceName, state, executionKey, sentAt, message } = leg;
  return [legId, storefrontName, buyerName, sourceName, state, executionKey, sentAt?.toISOString() ?? null, message];
}

export const retryStuckBuy = operation({
  ...one,
  id: "retryStuckBuy",
  path: "/stuck-buys/{legId}/retry",
  summary: "Ask a source now, instead of at its next scheduled retry",
  description:
    "Under the original key, and only while the source remembers it, so that nothing is bought twice. Orders in " +
    "doubt are settled manually.",
  audit: { resource: "MEDIA_BUY", action: "EXECUTE" },
  async claim({ params }, ctx) {
    const { customerId, legId, state, sourceName } = await getStuckLeg(ctx, params.legId);
    if (state === "failed")
      throw new Conflict(`${sourceName} cannot be asked again without buying twice: ask its people, and settle it`);
    return { customerId, legId };
  },
  call: (leg, { perform }) => perform(placeLeg, leg),
  settle: async () => null,
});

export const settleStuckBuy = operation({
  ...one,
  id: "settleStuckBuy",
  path: "/stuck-buys/{legId}/settle",
  summary: "Record on a seller's behalf whether its source has booked a part that is in doubt",
  description:
    "The seller's own people can do this with settleStorefrontMediaBuySource: ask the source's people, quoting the " +
    "execution key. The seller sees your note, and the buyer is notified of the result.",
  body: StuckSettlementBody,
  audit: { resource: "MEDIA_BUY", action: "UPDATE" },
  async claim({ params, body }, ctx) {
    const { customerId, orderId, sourceId, sourceName } = await getStuckLeg(ctx, params.legId);
    if (sourceId === null) throw new Conflict(`${sourceName} is no source of the storefront any more`);
    const by = ctx.viewer.email ?? "an operator";
    return { customerId, mediaBuyId: orderId, sourceId, by, settlement: body };
  },
  call: (settled, { perform }) => perform(settleForSeller, settled),
  settle: async () => null,
});

import { Conflict, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { getSoldOrder, readPace } from "../seller-view/read-sold-orders.ts";
import { detailOf, OrderDetailView } from "../seller-view/schema.ts";
import { LegPath, SettlementBody } from "./schema.ts";
import { settleLeg } from "./settle-leg.ts";

export const settleStorefrontMediaBuySource = operation({
  id: "settleStorefrontMediaBuySource",
  decides: true,
  api: "storefront",
  method: "post",
  path: "/media-buys/{mediaBuyId}/sources/{sourceId}/settle",
  summary: "Record whether a source that never answered has booked its part",
  description:
    "For a part that is in doubt: its source was asked as often as is safe and has not said whether it bought. Ask the people there, " +
    "quoting the references in the timeline, and record what they say: `booked` with their id for it, or " +
    "`not_booked`. The buyer is notified, and a booked part is followed up like any other.",
  tag: "Media buys",
  ours: true,
  access: "write",
  params: LegPath,
  body: SettlementBody,
  answer: OrderDetailView,
  errors: [Invalid, NotFound, Conflict],
  refs: { "params.mediaBuyId": "order", "params.sourceId": "source" },
  audit: { resource: "MEDIA_BUY", action: "UPDATE" },
  async handle({ params, body }, ctx) {
    await settleLeg(ctx, params.mediaBuyId, params.sourceId, body);
    const sold = await getSoldOrder(ctx, params.mediaBuyId);
    return detailOf(sold, await readPace(ctx, sold));
  },
});

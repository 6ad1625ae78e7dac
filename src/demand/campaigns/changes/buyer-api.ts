import { z } from "zod";
import { Conflict, CurrencyMismatch, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { findMediaBuy, MediaBuyView, viewOfMediaBuy } from "../../media-buys/index.ts";
import { UpdateMediaBuyBody } from "../../media-buys/operations/index.ts";
import { InsufficientMediaBudget } from "../campaign-budget.ts";
import { makeChanges } from "../pausing/pause-campaign.ts";
import { changeMediaBuy } from "./change-media-buy.ts";
import { notMadeOf } from "./not-made.ts";

export const updateMediaBuy = operation({
  id: "updateMediaBuy",
  decides: true,
  api: "buyer",
  method: "patch",
  path: "/media-buys/{mediaBuyId}",
  summary: "Change one media buy: its name, its dates, and the terms of its packages or products",
  description:
    "A draft takes `products`, a media buy that is with its seller takes `packages`. A change that the seller must " +
    "accept is shown in `pendingChange` until then, and a warning says so. If the campaign's budget is too small, " +
    "the change is refused with 409 INSUFFICIENT_MEDIA_BUDGET; if the dates are outside the campaign's flight, the " +
    "flight is extended. To cancel or delete media buys, update the campaign with `mediaBuys`.",
  tag: "Media buys",
  access: "write",
  params: z.object({ mediaBuyId: z.string().min(1).max(100) }),
  body: UpdateMediaBuyBody,
  answer: z.object({ mediaBuy: MediaBuyView, warnings: z.array(z.string()).optional() }),
  errors: [Invalid, InvalidState, CurrencyMismatch, NotFound, Conflict, InsufficientMediaBudget],
  refs: {
    "params.mediaBuyId": "mediaBuy",
    "body.packages.packageId": "package",
    "body.products.productId": "product",
  },
  audit: { resource: "MEDIA_BUY", in: "claim" },
  claim: ({ params, body }, ctx) => changeMediaBuy(ctx, params.mediaBuyId, body),
  call: ({ changeIds }, ctx) => makeChanges(changeIds, ctx),
  async settle({ mediaBuyId, warnings: sent }, made, { db, viewer, now }) {
    const buy = await findMediaBuy(db, viewer.customerId, mediaBuyId);
    if (!buy) throw new NotFound(`there is no media buy ${mediaBuyId}`);
    const warnings = [...sent, ...notMadeOf(made)];
    return { mediaBuy: viewOfMediaBuy(buy, now), ...(warnings.length > 0 && { warnings }) };
  },
});

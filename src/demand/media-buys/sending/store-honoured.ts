import { z } from "zod";
import type { CallContext } from "../../../ground/kernel/context.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import type { HonouredDimensions } from "../../../ground/seller-agent/index.ts";
import { askSeller } from "../ask-seller.ts";
import type { MediaBuy } from "../media-buy.ts";
import type { SellerResponse } from "../seller-response.ts";
import { saveHonoured } from "../store.ts";

interface HonouredInput {
  readonly customerId: number;
  readonly mediaBuyId: string;
  readonly honoured: HonouredDimensions;
}

/** Stores what the seller honours. Of two concurrent answers, the first is kept. */
const storeHonoured: Step<HonouredInput, HonouredDimensions> = step({
  name: "media-buys.keep-honoured",
  input: z.object({ customerId: z.int(), mediaBuyId: z.string(), honoured: z.array(z.string()) }),
  handle: ({ customerId, mediaBuyId, honoured }, { db }) => saveHonoured(db, customerId, mediaBuyId, honoured),
});

/**
 * The buy with the targeting dimensions that its seller honours. They are requested and stored before the buy is first
 * sent, because a request must stay the same under its key even if the seller's capabilities change.
 */
export async function withHonoured(buy: MediaBuy, ctx: CallContext): Promise<SellerResponse<MediaBuy>> {
  if (buy.honoured !== null || Object.keys(buy.targeting).length === 0) return { kind: "answered", answer: buy };
  const { customerId } = ctx.viewer;
  const response = await askSeller(ctx, buy, (agent, call) => agent.capabilities(call));
  if (response.kind !== "answered") return unsent(response);
  const said = response.answer.targeting ?? [];
  const honoured = await ctx.perform(storeHonoured, { customerId, mediaBuyId: buy.mediaBuyId, honoured: said });
  return { kind: "answered", answer: { ...buy, honoured: honoured ?? said } };
}

/**
 * Whatever prevented the seller from stating its capabilities, it has not received the buy. So there is no doubt about
 * the buy, and the problem may be temporary.
 */
function unsent(response: Exclude<SellerResponse<unknown>, { kind: "answered" }>): SellerResponse<never> {
  const message =
    response.kind === "silence" ? response.message : response.errors.map((error) => error.message).join("; ");
  return { kind: "refused", errors: [{ code: "SERVICE_UNAVAILABLE", message, field: null, recovery: "transient" }] };
}

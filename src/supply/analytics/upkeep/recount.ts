import { wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { currencyChanged, findStorefrontOf } from "../../storefronts/index.ts";
import { holdStorefront } from "../recording/store.ts";
import { countFacts } from "./count-facts.ts";
import { findReportingCurrency } from "./store.ts";
import { beginRecount } from "./uncount-store.ts";

/** Recounts a storefront if its settlement currency changes, so that from then on bookings in the new currency are added up. */
export const recount = step({
  name: currencyChanged.name,
  input: currencyChanged.input,
  async handle({ customerId }, ctx) {
    const { db } = ctx;
    const storefront = await findStorefrontOf(db, customerId);
    if (!storefront) return;
    const shop = { customerId, storefrontId: storefront.storefrontId };
    await holdStorefront(db, shop);
    const currency = storefront.defaultCurrency ?? "USD";
    const counted = await findReportingCurrency(db, shop);
    // If nothing has been counted yet, the first event will use the new currency.
    if (counted !== undefined && counted !== currency) {
      await beginRecount(db, shop, currency, wallOf(ctx));
      await ctx.enqueue(countFacts, shop, { key: `analytics.take-in ${shop.storefrontId}` });
    }
  },
});

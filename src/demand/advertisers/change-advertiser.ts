import type { output } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, NotFound } from "../../ground/kernel/errors.ts";
import type { Advertiser } from "./advertiser.ts";
import type { AdvertiserChangeBody } from "./schema.ts";
import { findAdvertiser, updateAdvertiser } from "./store.ts";

export async function getAdvertiser({ db, viewer }: Context, advertiserId: number): Promise<Advertiser> {
  const advertiser = await findAdvertiser(db, viewer.customerId, advertiserId);
  if (!advertiser) throw new NotFound(`there is no advertiser ${advertiserId}`);
  return advertiser;
}

/** Changes what the body names and leaves the rest. */
export async function changeAdvertiser(
  ctx: Context,
  advertiserId: number,
  change: output<typeof AdvertiserChangeBody>,
): Promise<Advertiser> {
  const before = await getAdvertiser(ctx, advertiserId);
  const { name, brand, brandDomain, description, optimizationApplyMode, primaryCurrency } = change;
  if (primaryCurrency && primaryCurrency !== before.primaryCurrency && before.currencyLocked) {
    throw new Invalid(`primaryCurrency: campaigns are already in ${before.primaryCurrency}, so it stays`, {
      field: "primaryCurrency",
    });
  }
  const after: Advertiser = {
    ...before,
    name: name ?? before.name,
    brandDomain: brand ?? brandDomain ?? before.brandDomain,
    description: description === undefined ? before.description : description,
    optimizationApplyMode: optimizationApplyMode ?? before.optimizationApplyMode,
    primaryCurrency: primaryCurrency ?? before.primaryCurrency,
    updatedAt: ctx.now,
  };
  await updateAdvertiser(ctx.db, ctx.viewer.customerId, after, ctx.now);
  return after;
}

import type { input, output } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { recallBrand } from "../../platform/brands/index.ts";
import { claimLinks } from "./accounts/link-accounts.ts";
import type { Advertiser } from "./advertiser.ts";
import type { AdvertiserView } from "./advertiser-view.ts";
import { conclude, type Findings, type Inquiry } from "./create-advertiser.ts";
import { newFrequencyCaps } from "./frequency-cap.ts";
import { getAdvertiser } from "./get-advertiser.ts";
import type { AdvertiserChangeBody } from "./schema.ts";
import { lockAdvertiser, updateAdvertiser } from "./store.ts";

type AdvertiserChange = output<typeof AdvertiserChangeBody>;

export interface ClaimedChange extends Inquiry {
  readonly advertiserId: number;
  readonly change: AdvertiserChange;
}

export async function claimChange(
  ctx: Context,
  advertiserId: number,
  change: AdvertiserChange,
): Promise<ClaimedChange> {
  const before = await getAdvertiser(ctx, advertiserId);
  checkCurrency(before, change);
  const domain = change.brand ?? change.brandDomain;
  const links = await claimLinks(ctx, { ...before, ...(domain && { brandDomain: domain }) }, change.linkedAccounts);
  // The caller names the brand explicitly, so look it up again even if it was not found before: it may just have been published.
  const brand = domain === undefined ? undefined : await recallBrand(ctx, domain, { outright: true });
  return { advertiserId, change, links, brand };
}

/** Only changes what the body names; concurrent changes by others are kept. */
export async function settleChange(
  { advertiserId, change }: ClaimedChange,
  findings: Findings,
  ctx: Context,
): Promise<input<typeof AdvertiserView>> {
  const before = await lockAdvertiser(ctx.db, ctx.viewer.customerId, advertiserId);
  if (!before) throw new NotFound(`there is no advertiser ${advertiserId}`);
  checkCurrency(before, change);
  const after = changed(before, change, ctx);
  await updateAdvertiser(ctx.db, ctx.viewer.customerId, after, ctx.now);
  return conclude(ctx, after, change.saveBrand, findings);
}

function changed(before: Advertiser, change: AdvertiserChange, { random, now }: Context): Advertiser {
  const { name, brand, brandDomain, description, optimizationApplyMode, primaryCurrency } = change;
  const { utmConfig, frequencyCaps } = change;
  return {
    ...before,
    name: name ?? before.name,
    brandDomain: brand ?? brandDomain ?? before.brandDomain,
    description: description === undefined ? before.description : description,
    optimizationApplyMode: optimizationApplyMode ?? before.optimizationApplyMode,
    primaryCurrency: primaryCurrency ?? before.primaryCurrency,
    utmParams: utmConfig ?? before.utmParams,
    frequencyCaps: frequencyCaps ? newFrequencyCaps(frequencyCaps, random, now) : before.frequencyCaps,
    updatedAt: now,
  };
}

function checkCurrency(before: Advertiser, { primaryCurrency }: AdvertiserChange): void {
  if (!primaryCurrency || primaryCurrency === before.primaryCurrency || !before.currencyLocked) return;
  throw new Invalid(`primaryCurrency: campaigns are already in ${before.primaryCurrency}, so it cannot change`, {
    field: "primaryCurrency",
  });
}

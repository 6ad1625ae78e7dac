import type { input, output } from "zod";
import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { type CachedBrand, recallBrand, resolveBrand, saveBrand } from "../../platform/brands/index.ts";
import type { LinkedSeat } from "./accounts/account-link.ts";
import { type ClaimedLinks, claimLinks, proveLinks, settleLinks } from "./accounts/link-accounts.ts";
import type { Advertiser } from "./advertiser.ts";
import type { AdvertiserView } from "./advertiser-view.ts";
import { newFrequencyCaps } from "./frequency-cap.ts";
import { readAdvertiser } from "./read-advertiser.ts";
import type { NewAdvertiserBody } from "./schema.ts";
import { insertAdvertiser } from "./store.ts";

type NewAdvertiserRequest = output<typeof NewAdvertiserBody>;

/** What external systems are asked about an advertiser before it is stored. */
export interface Inquiry {
  readonly links: ClaimedLinks;
  /** The brand to look up; absent if it is unchanged. */
  readonly brand: CachedBrand | undefined;
}

/** What the external systems answered. */
export interface Findings {
  readonly seats: readonly LinkedSeat[];
  /** Whether anybody except the customer describes the brand. */
  readonly isPublished: boolean;
}

export interface ClaimedAdvertiser extends Inquiry {
  readonly body: NewAdvertiserRequest;
  readonly brandDomain: string;
}

export async function claimAdvertiser(ctx: Context, body: NewAdvertiserRequest): Promise<ClaimedAdvertiser> {
  const brandDomain = body.brand ?? body.brandDomain ?? "";
  const links = await claimLinks(ctx, { ...body, brandDomain }, body.linkedAccounts);
  return { body, brandDomain, links, brand: await recallBrand(ctx, brandDomain) };
}

/** Asks the sources about the accounts, and looks up the brand, in parallel. A brand that publishes nothing is not an error. */
export async function inquire({ links, brand }: Inquiry, ctx: CallContext): Promise<Findings> {
  const [seats, known] = await Promise.all([proveLinks(links, ctx), brand && resolveBrand(brand, ctx)]);
  return { seats, isPublished: Boolean(known?.brand) };
}

/** Nothing is stored until every external system has answered, so a missing account does not leave an advertiser behind. */
export async function settleAdvertiser(
  { body, brandDomain }: ClaimedAdvertiser,
  findings: Findings,
  ctx: Context,
): Promise<input<typeof AdvertiserView>> {
  const { name, description = null, sandbox, optimizationApplyMode, primaryCurrency } = body;
  const draft = {
    name,
    description,
    brandDomain,
    sandbox,
    optimizationApplyMode,
    primaryCurrency,
    utmParams: body.utmConfig ?? [],
    frequencyCaps: newFrequencyCaps(body.frequencyCaps ?? [], ctx.random, ctx.now),
  };
  const advertiser = await insertAdvertiser(ctx.db, ctx.viewer.customerId, draft, ctx.now);
  return conclude(ctx, advertiser, body.saveBrand, findings);
}

/**
 * Adds the verified accounts, stores the customer's description of a brand that publishes none, and returns the result.
 */
export async function conclude(
  ctx: Context,
  advertiser: Advertiser,
  saves: boolean,
  { seats, isPublished }: Findings,
): Promise<input<typeof AdvertiserView>> {
  const { advertiserId, name, description, brandDomain: domain } = advertiser;
  await settleLinks(ctx, advertiserId, seats);
  if (saves && !isPublished) {
    await saveBrand(ctx.db, ctx.viewer.customerId, { domain, name, description, savedAt: ctx.now });
  }
  return readAdvertiser(ctx, advertiser);
}

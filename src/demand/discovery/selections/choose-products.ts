import type { Context } from "../../../ground/kernel/context.ts";
import { Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { getActiveAdvertiser } from "../../advertisers/index.ts";
import type { Discovery } from "../discovery.ts";
import { getDiscovery, lockDiscoveryForWriting } from "../get-discovery.ts";
import { findCampaignSeed } from "../store.ts";
import { type Choice, type FieldOf, offerOf, termsOf } from "./choice.ts";
import type { Offered, Selection } from "./selection.ts";
import { deleteAllSelections, deleteSelections, listSelections, saveSelections } from "./store.ts";

/** A session and everything that is chosen in it. */
export interface Chosen {
  readonly discovery: Discovery;
  readonly selections: readonly Selection[];
}

export interface ChooseOptions {
  /** Everything chosen earlier goes. */
  readonly replace?: boolean | undefined;
  /** The campaign that the session must be attached to. */
  readonly campaignId?: string | undefined;
  fieldOf(index: number): FieldOf;
}

export async function getSelections(ctx: Context, discoveryId: string): Promise<Chosen> {
  return chosenIn(ctx, await getDiscovery(ctx, discoveryId));
}

/** Adds products that this session discovered, or gives selected ones new terms. */
export async function chooseProducts(
  ctx: Context,
  discoveryId: string,
  choices: readonly Choice[],
  options: ChooseOptions,
): Promise<Chosen> {
  const discovery = await lockDiscoveryForWriting(ctx, discoveryId);
  await checkCampaign(ctx, discovery, options.campaignId);
  return choose(ctx, discovery, choices, options);
}

/** Selects products by their ids only, on their usual terms. Already selected ones keep theirs. */
export async function selectProducts(ctx: Context, discoveryId: string, productIds: readonly string[]): Promise<void> {
  const choices = productIds.map((productId) => ({ productId }));
  await chooseProducts(ctx, discoveryId, choices, { fieldOf: (index) => () => `productIds.${index}` });
}

/** Removes products; ids that are not selected are ignored. */
export async function removeProducts(
  ctx: Context,
  discoveryId: string,
  productIds: readonly string[],
): Promise<Chosen> {
  const discovery = await lockDiscoveryForWriting(ctx, discoveryId);
  await deleteSelections(ctx.db, ctx.viewer.customerId, discoveryId, productIds);
  return chosenIn(ctx, discovery);
}

/** Removes a seller's products from the selection. */
export async function deselectProducts(
  ctx: Context,
  discoveryId: string,
  salesAgentId: string,
  productIds: readonly string[],
): Promise<void> {
  await lockDiscoveryForWriting(ctx, discoveryId);
  await deleteSelections(ctx.db, ctx.viewer.customerId, discoveryId, productIds, salesAgentId);
}

/** The transaction must have locked the session; an archived advertiser cannot select. */
export async function choose(
  ctx: Context,
  discovery: Discovery,
  choices: readonly Choice[],
  { replace = false, fieldOf }: ChooseOptions,
): Promise<Chosen> {
  const { db, viewer, now } = ctx;
  const { discoveryId, advertiserId, currency } = discovery;
  await getActiveAdvertiser(ctx, advertiserId);
  const earlier = await listSelections(db, viewer.customerId, discoveryId);
  const offered = offeredIn(discovery, earlier);
  const kept = new Map(replace ? [] : earlier.map((selection) => [keyOf(selection), selection]));
  const first = 1 + Math.max(0, ...earlier.map(({ position }) => position));
  const chosen = new Map<string, Selection>();
  for (const [index, choice] of choices.entries()) {
    const offer = offerOf(choice, offered, fieldOf(index));
    const key = keyOf(offer);
    const before = chosen.get(key) ?? kept.get(key);
    const terms = termsOf(choice, offer.product, before, currency, fieldOf(index));
    chosen.set(key, { ...offer, ...terms, position: before?.position ?? first + index, selectedAt: now });
  }
  if (replace) await deleteAllSelections(db, viewer.customerId, discoveryId);
  await saveSelections(db, viewer.customerId, discoveryId, [...chosen.values()]);
  return chosenIn(ctx, discovery);
}

/** The sellers' last offers, and selected ones from earlier answers that are no longer in them. */
function offeredIn({ groups }: Discovery, earlier: readonly Selection[]): Offered[] {
  const offered = groups.flatMap(({ products, ...group }) =>
    products.map(({ product }): Offered => ({ ...group, productId: product.productId, product })),
  );
  const known = new Set(offered.map(keyOf));
  return [...offered, ...earlier.filter((selection) => !known.has(keyOf(selection)))];
}

function keyOf({ salesAgentId, productId }: Pick<Offered, "salesAgentId" | "productId">): string {
  return JSON.stringify([salesAgentId, productId]);
}

async function chosenIn({ db, viewer }: Context, discovery: Discovery): Promise<Chosen> {
  return { discovery, selections: await listSelections(db, viewer.customerId, discovery.discoveryId) };
}

async function checkCampaign({ db, viewer }: Context, discovery: Discovery, campaignId?: string): Promise<void> {
  if (campaignId === undefined || campaignId === discovery.campaignId) return;
  const campaign = await findCampaignSeed(db, viewer.customerId, campaignId);
  if (!campaign) throw new NotFound(`there is no campaign ${campaignId}`);
  throw new Invalid(
    `campaignId: session ${discovery.discoveryId} is not attached to campaign ${campaignId}: update the campaign with its discoveryId`,
    { field: "campaignId" },
  );
}

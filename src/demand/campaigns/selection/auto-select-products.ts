import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { BadRequest, InvalidState } from "../../../ground/kernel/errors.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { Refinement } from "../../../ground/seller-agent/index.ts";
import {
  beginSearch,
  chooseProducts,
  type Discovery,
  getDiscovery,
  isFixed,
  listSelections,
  type Search,
  search,
  settleSearch,
} from "../../discovery/index.ts";
import type { Campaign } from "../campaign.ts";
import { getCampaign, lockWholeCampaign } from "../reading/read-campaigns.ts";
import { type Candidate, type Picked, pickProducts } from "./pick-products.ts";

/** The limits within which the buyer leaves the selection to us. */
export interface AutoSelection {
  readonly refine: readonly Refinement[];
  readonly maxProducts?: number | undefined;
  /** Major units of the campaign's currency. */
  readonly minBudgetPerProduct?: Decimal | undefined;
}

export interface SelectionRequest {
  readonly campaignId: string;
  readonly wanted: AutoSelection;
  /** Absent if the campaign's discovery session already has a usable answer. */
  readonly search?: Search;
}

type Answer = Awaited<ReturnType<typeof search>>;

export interface Selected extends Picked {
  readonly campaign: Campaign;
  readonly discoveryId: string;
  readonly previouslySelectedCount: number;
}

const MOST_PRODUCTS = 10;

/** Asks sellers if the campaign has no answer from them yet, or if the buyer wants a new one. */
export async function askSelection(ctx: Context, campaignId: string, wanted: AutoSelection): Promise<SelectionRequest> {
  const { campaign } = await getCampaign(ctx, campaignId);
  checkSelectable(campaign);
  const { discoveryId, advertiserId } = campaign;
  const session = discoveryId ? await getDiscovery(ctx, discoveryId) : undefined;
  if (session?.discoveredAt && wanted.refine.length === 0) return { campaignId, wanted };
  const request = { advertiserId, campaignId, criteria: {}, refine: session?.discoveredAt ? wanted.refine : [] };
  return { campaignId, wanted, search: await beginSearch(ctx, request) };
}

export async function searchFor(asked: SelectionRequest, ctx: CallContext): Promise<Answer | undefined> {
  return asked.search && search(asked.search, ctx);
}

/** Replaces all earlier selections with the chosen products. */
export async function settleSelection(
  ctx: Context,
  { campaignId, wanted, search: begun }: SelectionRequest,
  answer: Answer | undefined,
): Promise<Selected> {
  // The campaign is locked first, as everywhere that locks both.
  await lockWholeCampaign(ctx, campaignId);
  if (begun && answer) await settleSearch(begun, answer, ctx);
  const { campaign } = await lockWholeCampaign(ctx, campaignId);
  const goals = checkSelectable(campaign);
  const { discoveryId, budget } = campaign;
  if (discoveryId === null) throw new BadRequest(`campaign ${campaignId} lost its discovery session: try again`);
  const discovery = await getDiscovery(ctx, discoveryId);
  const idsOf = (action: "include" | "omit") =>
    new Set(wanted.refine.flatMap((one) => (one.scope === "product" && one.action === action ? [one.productId] : [])));
  const picked = pickProducts(discovery.groups, {
    budget: { amount: budget.total, currency: budget.currency },
    goals,
    included: idsOf("include"),
    omitted: idsOf("omit"),
    maxProducts: wanted.maxProducts ?? MOST_PRODUCTS,
    minBudget: wanted.minBudgetPerProduct ?? null,
  });
  if (picked.picks.length === 0) throw nothingFits(discovery, picked, campaign);
  const before = await listSelections(ctx.db, ctx.viewer.customerId, discoveryId);
  const choices = picked.picks.map(({ candidate, budget }) => ({ ...choiceOf(candidate), budget }));
  await chooseProducts(ctx, discoveryId, choices, { replace: true, fieldOf: () => (part) => part });
  return { ...picked, campaign, discoveryId, previouslySelectedCount: before.length };
}

/**
 * The goals for the selection. Throws `InvalidState` for a campaign that is no longer a draft, and `BadRequest` if it has no
 * goals.
 */
function checkSelectable({ campaignId, status, performanceConfig }: Campaign) {
  if (status !== "DRAFT") {
    throw new InvalidState(`products are selected for a campaign that is DRAFT; this one is ${status}`, {
      details: { status, allowed: "DRAFT" },
    });
  }
  if (performanceConfig) return performanceConfig.optimizationGoals;
  throw new BadRequest(`campaign ${campaignId} has no goals to select for: set its performanceConfig first`);
}

function choiceOf({ salesAgentId, groupId, product, option }: Candidate) {
  const { pricingOptionId, floorPrice } = option;
  const bid = isFixed(option) || floorPrice === null ? {} : { bidPrice: floorPrice };
  return { productId: product.productId, salesAgentId, groupId, pricingOptionId, ...bid };
}

function nothingFits({ groups }: Discovery, { offered }: Picked, { budget }: Campaign): BadRequest {
  const found = groups.reduce((count, { products }) => count + products.length, 0);
  const why =
    found === 0
      ? "no seller offered a product"
      : offered === 0
        ? `none of the ${found} products offered is sold in ${budget.currency} at a price that is known`
        : `none of the ${offered} products takes a budget of ${budget.total} ${budget.currency} or less`;
  return new BadRequest(`nothing was selected: ${why}; change the brief, the constraints or the budget`, {
    details: { productsFound: found, productsBuyable: offered },
  });
}

import type { Context } from "../../../ground/kernel/context.ts";
import { BadRequest, CurrencyMismatch, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { add, checkMinorUnits, compare, type Decimal, split, sum } from "../../../ground/kernel/money.ts";
import type { Product } from "../../../ground/seller-agent/index.ts";
import type { Discovery, OfferedProposal } from "../discovery.ts";
import { takeDiscovery } from "../get-discovery.ts";
import { isFixed, isPayable, rateOf } from "../pricing.ts";
import type { Choice } from "./choice.ts";
import { type Chosen, choose } from "./choose-products.ts";

export interface Application {
  readonly proposalId: string;
  /** Needed only where two sellers gave their proposals one id. */
  readonly salesAgentId?: string | undefined;
  readonly totalBudget?: Decimal | undefined;
  readonly replace?: boolean | undefined;
}

export interface Applied extends Chosen {
  readonly offered: OfferedProposal;
  readonly totalBudgetUsed: Decimal;
  readonly productsApplied: number;
  /** In the proposal, and not among the products of the last answer, or without a price to buy at. */
  readonly productsSkipped: readonly string[];
}

/** Chooses a proposal's products, and shares the budget among them to the minor unit. */
export async function applyProposal(ctx: Context, discoveryId: string, application: Application): Promise<Applied> {
  const discovery = await takeDiscovery(ctx, discoveryId);
  const offered = proposalIn(discovery, application, ctx.now);
  const totalBudget = budgetFor(application, offered, discovery.currency);
  const shares = sharesOf(offered, { amount: totalBudget, currency: discovery.currency });
  const choices = shares.flatMap((share) => choiceOf(share, offered, discovery) ?? []);
  if (choices.length === 0) {
    throw new BadRequest(`none of the products of proposal ${application.proposalId} can be bought in this session`);
  }
  const { replace } = application;
  const fieldOf = () => (part: keyof Choice) => (part === "budget" ? "totalBudget" : "proposalId");
  const chosen = await choose(ctx, discovery, choices, { replace, fieldOf });
  const applied = new Set(choices.map(({ productId }) => productId));
  return {
    ...chosen,
    offered,
    totalBudgetUsed: sum(choices.map(({ budget }) => budget)),
    productsApplied: choices.length,
    productsSkipped: shares.map(({ productId }) => productId).filter((productId) => !applied.has(productId)),
  };
}

function proposalIn(
  { discoveredAt, proposals, discoveryId }: Discovery,
  wanted: Application,
  now: Date,
): OfferedProposal {
  const { proposalId, salesAgentId } = wanted;
  if (!discoveredAt)
    throw new BadRequest(`session ${discoveryId} has not asked any seller yet: discover products first`);
  const found = proposals.filter(
    (one) =>
      one.proposal.proposalId === proposalId && (salesAgentId === undefined || one.salesAgentId === salesAgentId),
  );
  const [offered, ...others] = found;
  if (!offered) throw new NotFound(`there is no proposal ${proposalId} in session ${discoveryId}`);
  if (others.length > 0) {
    const sellers = found.map((one) => one.salesAgentId).join(", ");
    throw new Invalid(`salesAgentId: ${sellers} each made a proposal ${proposalId}: say whose`, {
      field: "salesAgentId",
    });
  }
  const { expiresAt } = offered.proposal;
  if (expiresAt && expiresAt <= now) {
    throw new BadRequest(`proposal ${proposalId} expired at ${expiresAt.toISOString()}: discover again`);
  }
  return offered;
}

function budgetFor({ totalBudget }: Application, { proposal }: OfferedProposal, currency: string): Decimal {
  const field = "totalBudget";
  const { recommendedBudget } = proposal;
  const amount = totalBudget ?? recommendedBudget?.amount;
  if (amount === undefined) throw new Invalid(`${field}: the seller recommends none, so send one`, { field });
  if (totalBudget === undefined && recommendedBudget?.currency !== currency) {
    throw new CurrencyMismatch(
      `${field}: the seller recommends ${amount} ${recommendedBudget?.currency}, and the advertiser buys in ${currency}: send one`,
      { field },
    );
  }
  checkMinorUnits({ amount, currency }, field);
  return amount;
}

interface Share {
  readonly productId: string;
  readonly pricingOptionId: string | null;
  readonly percentage: Decimal;
  readonly budget: Decimal;
}

/** The budget in parts that add up to it, one for each product; a product allocated twice gets one part for both. */
function sharesOf({ proposal }: OfferedProposal, total: { amount: Decimal; currency: string }): Share[] {
  const products = new Map<string, Omit<Share, "budget">>();
  for (const { productId, pricingOptionId, allocationPercentage } of proposal.allocations) {
    const before = products.get(productId);
    const percentage = add(before?.percentage ?? "0", allocationPercentage);
    products.set(productId, { productId, pricingOptionId: before?.pricingOptionId ?? pricingOptionId, percentage });
  }
  const allocated = [...products.values()].filter(({ percentage }) => compare(percentage, "0") > 0);
  if (allocated.length === 0) throw new BadRequest(`proposal ${proposal.proposalId} allocates nothing`);
  const parts = split(
    total,
    allocated.map(({ percentage }) => percentage),
  );
  const shares = allocated.map((product, index) => ({ ...product, budget: parts[index] ?? "0" }));
  if (shares.some(({ budget }) => compare(budget, "0") <= 0)) {
    const message = `totalBudget: ${total.amount} ${total.currency} is too little to share among ${shares.length} products`;
    throw new Invalid(message, { field: "totalBudget" });
  }
  return shares;
}

type ShareChoice = Choice & { readonly budget: Decimal };

/** At the proposal's own option where that can be bought at; an auction is entered at its floor. */
function choiceOf(
  share: Share,
  { salesAgentId }: OfferedProposal,
  { groups, currency }: Discovery,
): ShareChoice | undefined {
  const { productId, pricingOptionId, budget } = share;
  const product = productOf(groups, salesAgentId, productId);
  const usable = product?.pricingOptions.filter((one) => one.currency === currency && rateOf(one) !== null) ?? [];
  const option =
    usable.find((one) => one.pricingOptionId === pricingOptionId) ??
    usable.find((one) => isFixed(one) && isPayable(one, budget)) ??
    usable[0];
  if (!option) return undefined;
  const bidPrice = isFixed(option) ? undefined : (option.floorPrice ?? undefined);
  return { productId, salesAgentId, pricingOptionId: option.pricingOptionId, bidPrice, budget };
}

function productOf(groups: Discovery["groups"], salesAgentId: string, productId: string): Product | undefined {
  const group = groups.find((one) => one.salesAgentId === salesAgentId);
  return group?.products.find(({ product }) => product.productId === productId)?.product;
}

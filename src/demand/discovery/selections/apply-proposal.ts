import type { Context } from "../../../ground/kernel/context.ts";
import { BadRequest, CurrencyMismatch, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { checkMinorUnits, type Decimal, sum } from "../../../ground/kernel/money.ts";
import type { Product } from "../../../ground/seller-agent/index.ts";
import type { Discovery, OfferedProposal } from "../discovery.ts";
import { lockDiscoveryForWriting } from "../get-discovery.ts";
import { isFixed, isPayable, rateOf } from "../pricing.ts";
import type { Choice } from "./choice.ts";
import { type Chosen, choose } from "./choose-products.ts";
import { type Share, shareBudget } from "./share-budget.ts";

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
  /** In the proposal, but not among the products of the last answer, or without a price at which to buy. */
  readonly productsSkipped: readonly string[];
}

/** Chooses a proposal's products, and shares the budget among them to the minor unit. */
export async function applyProposal(ctx: Context, discoveryId: string, application: Application): Promise<Applied> {
  const discovery = await lockDiscoveryForWriting(ctx, discoveryId);
  const offered = proposalIn(discovery, application, ctx.now);
  const totalBudget = budgetFor(application, offered, discovery.currency);
  const shares = shareBudget(offered.proposal, { amount: totalBudget, currency: discovery.currency });
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
  const { budgetGuidance } = proposal;
  const amount = totalBudget ?? budgetGuidance?.recommended ?? null;
  if (amount === null) throw new Invalid(`${field}: the seller recommends none, so send one`, { field });
  if (totalBudget === undefined && budgetGuidance?.currency !== currency) {
    throw new CurrencyMismatch(
      `${field}: the seller recommends ${amount} ${budgetGuidance?.currency}, and the advertiser buys in ${currency}: send one`,
      { field },
    );
  }
  checkMinorUnits({ amount, currency }, field);
  return amount;
}

type ShareChoice = Choice & { readonly budget: Decimal };

/** With the proposal's own option if it can be bought; in an auction, at its floor. */
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

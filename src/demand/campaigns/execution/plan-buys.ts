import { BadRequest, CurrencyMismatch } from "../../../ground/kernel/errors.ts";
import { compare, type Decimal, minorDigits, ratio, split, subtract, sum } from "../../../ground/kernel/money.ts";
import type { PricingOption } from "../../../ground/seller-agent/index.ts";
import { isFixed, optionOf, type Selection } from "../../discovery/index.ts";
import { type BuyDraft, committedOf, isTerminal, type MediaBuy } from "../../media-buys/index.ts";
import { type Campaign, pacingOf } from "../campaign.ts";
import { limitOf, type OpenPeriod, openPeriodsOf } from "../pacing/open-periods.ts";
import { spreadBudgets } from "../pacing/spread-budgets.ts";

/** The selections that no live buy holds, and that the next execute therefore buys. */
export function openSelections(selections: readonly Selection[], buys: readonly MediaBuy[]): Selection[] {
  const held = new Set(
    buys
      .filter((buy) => !isTerminal(buy))
      .flatMap(({ salesAgentId, packages }) =>
        packages.flatMap(({ productId, status }) => (status === "canceled" ? [] : [keyOf(salesAgentId, productId)])),
      ),
  );
  return selections.filter(({ salesAgentId, productId }) => !held.has(keyOf(salesAgentId, productId)));
}

/** A product's id is its seller's own, so it only identifies a product together with the seller. */
function keyOf(salesAgentId: string, productId: string): string {
  return JSON.stringify([salesAgentId, productId]);
}

/**
 * One draft for each sales agent, with a package for each selection, or for each selection and pacing period if the
 * campaign has periods. A selection keeps its own budget; the others share the campaign's remaining budget evenly, to
 * the minor unit. Throws if the sums or a seller's terms do not allow it.
 */
export function planBuys(
  campaign: Campaign,
  selections: readonly Selection[],
  buys: readonly MediaBuy[],
  now: Date,
): BuyDraft[] {
  const { pacingPeriods, flight } = campaign;
  const periods = pacingPeriods && openPeriodsOf(pacingPeriods, flight, buys, now);
  if (periods?.length === 0)
    throw new BadRequest("no pacing period has anything left to spend: change pacingPeriods, or make a new campaign");
  const limit = pacingPeriods && periods ? limitOf(pacingPeriods, periods) : null;
  const budgets = budgetsOf(campaign, selections, committedOf(buys, campaign.budget.currency), limit);
  const rows = periods ? cutByPeriod(campaign, budgets, periods) : budgets.map((budget) => [{ budget }]);
  const drafts = new Map<string, BuyDraft & { readonly lines: PackageDraft[] }>();
  selections.forEach((selection, index) => {
    const { salesAgentId, salesAgentName, storefrontId } = selection;
    const draft = drafts.get(salesAgentId) ?? { salesAgentId, salesAgentName, storefrontId, lines: [] };
    draft.lines.push(...(rows[index] ?? []).map((cut) => packageOf(campaign, selection, cut)));
    drafts.set(salesAgentId, draft);
  });
  return [...drafts.values()];
}

type PackageDraft = BuyDraft["lines"][number];

/** A budget, for the whole flight or for one of its periods. */
type Cut = Pick<PackageDraft, "budget" | "startTime" | "endTime" | "period">;

/** Nothing is bought for a period whose part of the budget is less than a coin. */
function cutByPeriod({ budget }: Campaign, budgets: readonly Decimal[], periods: readonly OpenPeriod[]): Cut[][] {
  const shares = periods.map(({ share }) => share);
  return spreadBudgets(budgets, shares, budget.currency).map((row) =>
    periods.flatMap(({ index, label, start: startTime, end: endTime }, column) => {
      const part = row[column] ?? "0";
      return compare(part, "0") > 0 ? [{ budget: part, startTime, endTime, period: { index, label } }] : [];
    }),
  );
}

function budgetsOf(
  { budget }: Campaign,
  selections: readonly Selection[],
  committed: Decimal,
  limit: Decimal | null,
): Decimal[] {
  const { total, currency } = budget;
  const uncommitted = subtract(total, committed);
  const left = limit !== null && compare(limit, uncommitted) < 0 ? limit : uncommitted;
  const asked = sum(selections.map((selection) => selection.budget ?? "0"));
  const rest = subtract(left, asked);
  const open = selections.filter((selection) => selection.budget === null).length;
  if (compare(rest, "0") < 0 || (open > 0 && compare(rest, smallest(currency, open)) < 0)) {
    const paced = limit === null ? "" : `, the pacing periods leave ${limit}`;
    throw new BadRequest(
      `the selections do not fit the budget: of ${total} ${currency}, ${committed} is committed${paced} and the selections ` +
        `ask for ${asked}${open > 0 ? `, which leaves ${rest} for the ${open} without a budget` : ""}; raise budget.total, ` +
        "lower a selection's budget, or remove a product",
      { details: { budget: total, currency, committed, requested: asked, remaining: rest, withoutBudget: open } },
    );
  }
  const shares = open > 0 ? split({ amount: rest, currency }, Array<Decimal>(open).fill("1")) : [];
  return selections.map((selection) => selection.budget ?? shares.shift() ?? "0");
}

/** One minor unit for each of this many lines. */
function smallest(currency: string, lines: number): Decimal {
  const digits = minorDigits(currency);
  return ratio(lines, 10 ** digits, digits) ?? "0";
}

function packageOf(campaign: Campaign, selection: Selection, cut: Cut): PackageDraft {
  const { product, productId, pricingOptionId, bidPrice } = selection;
  const option = optionOf(selection);
  if (!option) throw unfit(selection, `it has no pricing option ${pricingOptionId} any more: select it again`);
  checkTerms(campaign, selection, option, cut);
  return {
    productId,
    productName: product.name,
    pricingOptionId,
    pricingModel: option.pricingModel,
    currency: option.currency,
    bidPrice: isFixed(option) ? null : bidPrice,
    pacing: pacingOf(campaign),
    ...cut,
  };
}

function checkTerms({ budget }: Campaign, selection: Selection, option: PricingOption, cut: Cut): void {
  const { budget: amount, period } = cut;
  const { productId, product, bidPrice } = selection;
  if (option.currency !== budget.currency) {
    throw new CurrencyMismatch(
      `${product.name} (${productId}) is sold in ${option.currency} and the campaign is in ${budget.currency}: ` +
        "select another pricing option, or remove the product",
      { details: { productId, expected: budget.currency, actual: option.currency } },
    );
  }
  const least = option.minSpendPerPackage;
  if (least !== null && compare(amount, least) < 0) {
    throw unfit(
      selection,
      `its budget of ${amount}${period ? ` for ${period.label}` : ""} is below the seller's minimum of ${least} ${option.currency}`,
      {
        budget: amount,
        minimum: least,
      },
    );
  }
  if (!isFixed(option) && bidPrice === null) throw unfit(selection, "it is sold by auction and needs a bidPrice");
}

function unfit({ productId, product }: Selection, reason: string, details: Record<string, unknown> = {}): BadRequest {
  return new BadRequest(`${product.name} (${productId}) cannot be bought: ${reason}`, {
    details: { productId, ...details },
  });
}

import { CurrencyMismatch, Invalid } from "../../../ground/kernel/errors.ts";
import { checkMinorUnits, compare, type Decimal, split } from "../../../ground/kernel/money.ts";
import type { PricingOption } from "../../../ground/seller-agent/index.ts";
import { isFixed, type Selection } from "../../discovery/index.ts";
import type { MediaBuy } from "../media-buy.ts";
import type { Package } from "../packages/package.ts";
import type { ProductEdit } from "./media-buy-operation.ts";

/** The packages of a draft after the requested edits of its products. Throws `Invalid`. */
export function editProducts(
  buy: MediaBuy,
  edits: readonly ProductEdit[],
  selections: readonly Selection[],
  path: string,
): readonly Package[] {
  return edits.reduce<readonly Package[]>((packages, edit, index) => {
    const own = packages.filter(({ productId }) => productId === edit.productId);
    const edited = new Map(
      edit.remove ? [] : editedParts(own, edit, optionIn(buy, edit, own, selections), `${path}.${index}`),
    );
    return packages.flatMap((part) => (own.includes(part) ? (edited.get(part.packageId) ?? []) : part));
  }, buy.packages);
}

/** The product's pricing option; undefined if its selection no longer exists and no option is given. */
function optionIn(
  { salesAgentId }: MediaBuy,
  edit: ProductEdit,
  own: readonly Package[],
  selections: readonly Selection[],
): PricingOption | undefined {
  const selection = selections.find((one) => one.salesAgentId === salesAgentId && one.productId === edit.productId);
  const wanted = edit.pricingOptionId ?? own[0]?.pricingOptionId;
  return selection?.product.pricingOptions.find(({ pricingOptionId }) => pricingOptionId === wanted);
}

function editedParts(
  own: readonly Package[],
  edit: ProductEdit,
  option: PricingOption | undefined,
  path: string,
): [string, Package][] {
  const budgets = budgetsOf(own, edit, path);
  return own.map((part, index) => {
    const budget = budgets[index] ?? part.budget;
    const terms = option ? termsAt(option, part, edit, path) : unchangedTerms(part, edit, path);
    checkLeast(option, part, budget, `${path}.budget`);
    return [part.packageId, { ...part, ...terms, budget, pacing: edit.pacing ?? part.pacing }];
  });
}

/** Divides a product's new budget among its packages in proportion to the old one, exact to the minor unit. */
function budgetsOf(own: readonly Package[], { budget }: ProductEdit, path: string): readonly Decimal[] {
  const before = own.map((part) => part.budget);
  const currency = own[0]?.currency;
  if (budget === undefined || currency === undefined) return before;
  const total = { amount: budget, currency };
  checkMinorUnits(total, `${path}.budget`);
  const shares = split(total, before);
  if (shares.some((share) => compare(share, "0") <= 0))
    throw wrong(`${path}.budget`, `${total.amount} ${currency} is too little for ${own.length} pacing periods`);
  return shares;
}

type Terms = Pick<Package, "pricingOptionId" | "pricingModel" | "bidPrice">;

function termsAt(option: PricingOption, part: Package, { bidPrice }: ProductEdit, path: string): Terms {
  const { pricingOptionId, pricingModel, currency, floorPrice } = option;
  if (currency !== part.currency)
    throw new CurrencyMismatch(
      `${path}.pricingOptionId: ${pricingOptionId} is priced in ${currency}, and the media buy is in ${part.currency}`,
      { field: `${path}.pricingOptionId`, details: { expected: part.currency, actual: currency } },
    );
  if (isFixed(option)) return { pricingOptionId, pricingModel, bidPrice: null };
  const kept = pricingOptionId === part.pricingOptionId ? part.bidPrice : null;
  const bid = bidPrice === undefined ? kept : bidPrice;
  if (bid === null) throw wrong(`${path}.bidPrice`, `${pricingOptionId} is sold by auction and needs a bid`);
  if (floorPrice !== null && compare(bid, floorPrice) < 0)
    throw wrong(`${path}.bidPrice`, `${bid} is below the floor of ${floorPrice} ${currency}`);
  return { pricingOptionId, pricingModel, bidPrice: bid };
}

function unchangedTerms(part: Package, { pricingOptionId, bidPrice }: ProductEdit, path: string): Terms {
  if (pricingOptionId === undefined && bidPrice === undefined) return part;
  const field = pricingOptionId === undefined ? "bidPrice" : "pricingOptionId";
  throw wrong(
    `${path}.${field}`,
    `"${part.productId}" is not selected with this option in the campaign's session: select it again, or remove it here`,
  );
}

function checkLeast(option: PricingOption | undefined, part: Package, budget: Decimal, field: string): void {
  const least = option?.minSpendPerPackage ?? null;
  if (least === null || compare(budget, least) >= 0) return;
  const period = part.period ? ` for ${part.period.label}` : "";
  throw wrong(field, `${budget} ${part.currency}${period} is below the seller's minimum of ${least}`);
}

function wrong(field: string, message: string): Invalid {
  return new Invalid(`${field}: ${message}`, { field });
}

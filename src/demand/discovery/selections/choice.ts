import { CurrencyMismatch, Invalid } from "../../../ground/kernel/errors.ts";
import { checkMinorUnits, compare, type Decimal } from "../../../ground/kernel/money.ts";
import type { PricingOption, Product } from "../../../ground/seller-agent/index.ts";
import { isFixed, isPayable } from "../pricing.ts";
import type { Offered, Selection } from "./selection.ts";

/** What a buyer states about a product that it selects; the rest is looked up. */
export interface Choice {
  readonly productId: string;
  readonly salesAgentId?: string | undefined;
  readonly storefrontId?: number | undefined;
  readonly groupId?: string | undefined;
  readonly pricingOptionId?: string | undefined;
  readonly bidPrice?: Decimal | undefined;
  readonly budget?: Decimal | undefined;
}

/** The dotted path of a part of the choice, in its request. */
export type FieldOf = (part: keyof Choice) => string;

/** The one product that is meant; throws `Invalid` if there is none, or several. */
export function offerOf(choice: Choice, offered: readonly Offered[], fieldOf: FieldOf): Offered {
  const { productId, salesAgentId, storefrontId, groupId } = choice;
  const found = offered.filter(
    (one) =>
      one.productId === productId &&
      (salesAgentId === undefined || one.salesAgentId === salesAgentId) &&
      (storefrontId === undefined || one.storefrontId === storefrontId),
  );
  const [first, ...others] = found;
  if (!first) {
    const seller = salesAgentId ?? (storefrontId === undefined ? undefined : `storefront ${storefrontId}`);
    const by = seller === undefined ? "" : ` of ${seller}`;
    throw wrong(
      fieldOf("productId"),
      `product "${productId}"${by} was not discovered in this session: discover it first`,
    );
  }
  if (others.length === 0) return first;
  const inGroup = found.filter((one) => one.groupId === groupId);
  if (inGroup.length === 1 && inGroup[0]) return inGroup[0];
  const sellers = found.map((one) => one.salesAgentId).join(", ");
  throw wrong(fieldOf("salesAgentId"), `product "${productId}" is sold by ${sellers}: say which`);
}

export type ChosenTerms = Pick<Selection, "pricingOptionId" | "bidPrice" | "budget">;

/** The terms of the selection. What the choice omits is as selected earlier. */
export function termsOf(
  choice: Choice,
  product: Product,
  earlier: ChosenTerms | undefined,
  currency: string,
  fieldOf: FieldOf,
): ChosenTerms {
  const budget = choice.budget ?? earlier?.budget ?? null;
  const option = optionFor({ ...choice, budget: budget ?? undefined }, product, earlier, currency, fieldOf);
  const { pricingOptionId } = option;
  const bid = choice.bidPrice ?? (earlier?.pricingOptionId === pricingOptionId ? earlier.bidPrice : null);
  if (budget !== null) checkBudget(budget, option, product, fieldOf("budget"));
  return { pricingOptionId, bidPrice: bidAt(option, bid, product, fieldOf("bidPrice")), budget };
}

function optionFor(
  choice: Choice,
  product: Product,
  earlier: ChosenTerms | undefined,
  currency: string,
  fieldOf: FieldOf,
): PricingOption {
  const byId = (id: string | undefined) => product.pricingOptions.find((option) => option.pricingOptionId === id);
  const named = byId(choice.pricingOptionId);
  if (choice.pricingOptionId !== undefined && !named) {
    const known = product.pricingOptions.map(({ pricingOptionId }) => pricingOptionId).join(", ");
    throw wrong(
      fieldOf("pricingOptionId"),
      `"${choice.pricingOptionId}" is not a pricing option of "${product.productId}", which has ${known}`,
    );
  }
  const inCurrency = product.pricingOptions.filter((option) => option.currency === currency);
  const option = named ?? byId(earlier?.pricingOptionId) ?? usualOption(inCurrency, choice);
  if (option?.currency === currency) return option;
  const field = fieldOf("pricingOptionId");
  const instead = inCurrency.length > 0 ? `: choose ${inCurrency.map((one) => one.pricingOptionId).join(" or ")}` : "";
  const priced = option?.currency ?? product.pricingOptions.map((one) => one.currency).join(" and ");
  throw new CurrencyMismatch(
    `${field}: "${product.productId}" is priced in ${priced} there, and the advertiser buys in ${currency}${instead}`,
    { field },
  );
}

/** A bid selects an auction; without one, a fixed price that the budget reaches, or else the first option. */
function usualOption(options: readonly PricingOption[], { bidPrice, budget }: Choice): PricingOption | undefined {
  const reached = options.filter((option) => isPayable(option, budget));
  return reached.find((option) => isFixed(option) === (bidPrice === undefined)) ?? reached[0] ?? options[0];
}

function bidAt(option: PricingOption, bid: Decimal | null, { name }: Product, field: string): Decimal | null {
  if (isFixed(option)) return null;
  const { pricingOptionId, pricingModel, floorPrice, currency } = option;
  const least = floorPrice === null ? "" : `, ${floorPrice} ${currency} or more`;
  const sold = `option ${pricingOptionId} of "${name}" is sold at auction`;
  if (bid === null) throw wrong(field, `${sold}: it requires a bid per ${pricingModel}${least}`);
  if (floorPrice !== null && compare(bid, floorPrice) < 0)
    throw wrong(field, `${sold}, and ${bid} is below its floor${least}`);
  return bid;
}

function checkBudget(budget: Decimal, option: PricingOption, { name }: Product, field: string): void {
  checkMinorUnits({ amount: budget, currency: option.currency }, field);
  if (isPayable(option, budget)) return;
  const { pricingOptionId, minSpendPerPackage, currency } = option;
  throw wrong(
    field,
    `${budget} ${currency} is below the minimum of ${minSpendPerPackage} ${currency} for option ${pricingOptionId} of "${name}"`,
  );
}

function wrong(field: string, message: string): Invalid {
  return new Invalid(`${field}: ${message}`, { field });
}

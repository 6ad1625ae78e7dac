import type { Log } from "../../ground/kernel/log.ts";
import { compare, type Decimal } from "../../ground/kernel/money.ts";
import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import {
  type NewPackage,
  type PricingOption,
  type Product,
  type SellerAgent,
  type SellerCall,
  SellerRefused,
} from "../../ground/seller-agent/index.ts";
import type { Concession } from "../analytics/index.ts";
import { concede, type QuotedOption, quoteOption, splitProductId } from "../composition/index.ts";
import { mayQuote, quoteIn, type Terms } from "../instructions/index.ts";
import type { RuleVerdict } from "../orders/index.ts";
import { appliesTo, type Candidate, type PriceFloor, underRules } from "../rules/index.ts";
import { askAll } from "./ask-all.ts";
import type { Shelf } from "./show-products.ts";
import { isWithin } from "./within-domains.ts";

type PackageVerdict = RuleVerdict | undefined;

/**
 * Applies the product rules to a purchase. A rule depends on a product's data and price, and a buy contains neither, so
 * the sources are asked again, but only for packages to which a rule applies. The result is in the order of the
 * packages.
 */
export async function ruleOnPackages(
  shelf: Shelf,
  packages: readonly NewPackage[],
  call: SellerCall,
  log: Log,
): Promise<readonly PackageVerdict[]> {
  const subject = packages.map((part) => subjectOf(part, shelf));
  const wanted = Map.groupBy(
    subject.filter((one) => one !== undefined),
    ({ sourceId }) => sourceId,
  );
  if (wanted.size === 0) return [];
  const sources = shelf.sources.filter(({ source }) => wanted.has(source.sourceId));
  const { said } = await askAll(sources, { ...call, lookUp: true }, log, (agent, share, { sourceId }) =>
    lookUp(agent, wanted.get(sourceId)?.map(({ rest }) => rest) ?? [], share),
  );
  const known = new Map(said.map(({ source, value }) => [source.sourceId, value]));
  return packages.map((part, position) => {
    const asked = subject[position];
    return asked && ruleOn(part, `packages[${position}]`, known.get(asked.sourceId), shelf);
  });
}

/** Whether the price requested for a package follows from the buyer's terms alone, without any concession. */
export function isOnTerms({ productId, pricingOptionId }: NewPackage, terms: Terms): boolean {
  return mayQuote(terms, splitProductId(productId)?.sourceId ?? "", quoteIn(pricingOptionId).percent);
}

/** The product's id if, judging by the id, a rule may apply to it, or if its price includes a concession. */
function subjectOf(part: NewPackage, shelf: Shelf) {
  const { productId } = part;
  const { mode, rules, terms, authorised, concessions = [] } = shelf;
  const id = splitProductId(productId);
  const { sourceId = "" } = id ?? {};
  if (authorised) return id;
  if (mode !== "composition") return undefined;
  const isConceded = concessions.length > 0 && !isOnTerms(part, terms);
  return isConceded || rules.some((rule) => appliesTo(rule, { sourceId, productId })) ? id : undefined;
}

/** The products in the source's catalogue, and products that it made for a brief and that are not in its catalogue. */
async function lookUp(agent: SellerAgent, ids: readonly string[], call: SellerCall): Promise<readonly Product[]> {
  const { products } = await agent.getProducts({}, call);
  const missing = ids.filter((id) => products.every(({ productId }) => productId !== id));
  if (missing.length === 0) return products;
  const refine = missing.map((productId) => ({ scope: "product", productId, action: "include" }) as const);
  try {
    return [...products, ...(await agent.getProducts({ refine }, call)).products];
  } catch (error) {
    // The source either does not know them or does not support refining: in both cases they cannot be bought under a
    // rule.
    if (error instanceof SellerRefused) return products;
    throw error;
  }
}

function ruleOn(
  part: NewPackage,
  path: string,
  products: readonly Product[] | undefined,
  { mode, rules, terms, authorised, concessions = [] }: Shelf,
): PackageVerdict {
  const { productId } = part;
  const field = `${path}.product_id`;
  if (!products)
    return objection("SERVICE_UNAVAILABLE", `${productId} could not be looked up: try again`, field, "transient");
  const candidates = candidatesOf(productId, products).filter(
    ({ product }) => !authorised || isWithin(product, authorised),
  );
  const [ruled] = underRules(candidates, mode === "composition" ? rules : []).products;
  if (!ruled) return objection("PRODUCT_NOT_FOUND", `no product ${productId} is sold here now`, field);
  const { percent } = quoteIn(part.pricingOptionId);
  if (ruled.floors.length === 0 && mayQuote(terms, ruled.sourceId, percent)) return undefined;
  return underFloors(part, path, ruled, { terms, concessions });
}

function candidatesOf(productId: string, products: readonly Product[]): Candidate[] {
  const { sourceId = "", rest } = splitProductId(productId) ?? {};
  const product = products.find((one) => one.productId === rest);
  return product ? [{ sourceId, product: { ...product, productId } }] : [];
}

interface Floored extends Candidate {
  readonly floors: readonly PriceFloor[];
}

/** Checks a price to which a floor may apply, or that includes a concession: it must be one that this buyer can be quoted now. */
function underFloors(
  part: NewPackage,
  path: string,
  { sourceId, product, floors }: Floored,
  { terms, concessions }: Required<Pick<Shelf, "terms" | "concessions">>,
): PackageVerdict {
  const { pricingOptionId, bidPrice, budget, currency } = part;
  const { pricingOptionId: ownId } = quoteIn(pricingOptionId);
  const option = product.pricingOptions.find((one) => one.pricingOptionId === ownId);
  const percents = percentsAt(terms, sourceId);
  const conceded = terms.resold.has(sourceId) ? [] : concededOf(option, percents, floors, concessions);
  const quoted = [...quotesOf(option, percents, floors), ...conceded];
  const quote = quoted.find((one) => one.option.pricingOptionId === pricingOptionId);
  if (!quote) {
    const message = `the price ${pricingOptionId} is not offered to this buyer any more: ask for the products again`;
    return objection("PRODUCT_EXPIRED", message, `${path}.pricing_option_id`);
  }
  if (quote.option.currency !== currency) {
    const message = `${pricingOptionId} is a price in ${quote.option.currency}, and the budget is in ${currency}`;
    return objection("VALIDATION_ERROR", message, `${path}.pricing_option_id`);
  }
  const { minSpendPerPackage: least } = quote.option;
  if (conceded.includes(quote) && least !== null && compare(budget, least) < 0) {
    const message = `${pricingOptionId} is a price for budgets of ${least} ${currency} and more`;
    return objection("BUDGET_TOO_LOW", message, `${path}.budget`);
  }
  const { bidFloor } = quote;
  if (bidFloor !== null && (bidPrice === null || compare(bidPrice, bidFloor) < 0))
    return objection("VALIDATION_ERROR", `a bid here is at least ${bidFloor} ${currency}`, `${path}.bid_price`);
  return { objection: null, bidFloor };
}

function quotesOf(
  option: PricingOption | undefined,
  percents: readonly Decimal[],
  floors: readonly PriceFloor[],
): QuotedOption[] {
  return option ? percents.flatMap((percent) => quoteOption(option, percent, floors) ?? []) : [];
}

/** The prices that result from recent concessions under the current terms. A concession that required a volume still does. */
function concededOf(
  option: PricingOption | undefined,
  percents: readonly Decimal[],
  floors: readonly PriceFloor[],
  concessions: readonly Concession[],
): QuotedOption[] {
  if (!option) return [];
  return concessions.flatMap(({ percent, posture }) =>
    percents.flatMap(
      (discount) => concede(option, discount, floors, { percent, forVolume: posture !== "price_first" }) ?? [],
    ),
  );
}

/** The discounts that are possible: those for any country, and none. */
function percentsAt({ discount, elsewhere, resold }: Terms, sourceId: string): Decimal[] {
  if (resold.has(sourceId)) return ["0"];
  const discounts = discount ? [discount, ...elsewhere] : elsewhere;
  return ["0", ...discounts.map(({ percent }) => percent)];
}

function objection(...words: Parameters<typeof refusal>): RuleVerdict {
  return { objection: refusal(...words), bidFloor: null };
}

import { after, DAY_MS, HOUR_MS } from "../../ground/kernel/clock.ts";
import { compare, type Decimal, decimalOf, times } from "../../ground/kernel/money.ts";
import type { NewMediaBuy, PricingOption, Product } from "../../ground/seller-agent/index.ts";
import { PERSONAS, type SimulatedBuyer } from "./persona.ts";

/** What one visit is decided by: a number from 0 to 1 for each question, the same for a seed every time. */
export interface VisitDecisions {
  roll(question: string): number;
}

export function personaOf(dice: VisitDecisions): SimulatedBuyer {
  const persona = PERSONAS[Math.floor(dice.roll("persona") * PERSONAS.length)];
  if (!persona) throw new Error("a roll is below one");
  return persona;
}

/** What a buyer would buy, and whether it got it for less than it was first shown. */
export interface Choice {
  readonly product: Product;
  readonly option: PricingOption;
}

/** The cheapest fixed price of an answer; undefined where everything is a bid. Prices of one currency and model are compared. */
export function cheapestOf(products: readonly Product[], within: Decimal): Choice | undefined {
  const fixed = products.flatMap((product) => product.pricingOptions.map((option) => ({ product, option })));
  const payable = fixed.filter(
    ({ option }) =>
      option.fixedPrice !== null &&
      (option.minSpendPerPackage === null || compare(option.minSpendPerPackage, within) <= 0),
  );
  const [first] = payable;
  const alike = payable.filter(
    ({ option }) => option.currency === first?.option.currency && option.pricingModel === first.option.pricingModel,
  );
  return alike.toSorted((a, b) => compare(a.option.fixedPrice ?? "0", b.option.fixedPrice ?? "0"))[0];
}

/**
 * Whether a buyer books. After an objection it expects an effect: it readily books what has become cheaper, and seldom
 * anything else.
 */
export function decides(
  persona: SimulatedBuyer,
  dice: VisitDecisions,
  before: Choice,
  after: Choice | undefined,
): boolean {
  if (!after) return dice.roll("books") < persona.books;
  const isCheaper = compare(after.option.fixedPrice ?? "0", before.option.fixedPrice ?? "0") < 0;
  return dice.roll("books") < (isCheaper ? 0.85 : persona.books * 0.2);
}

export function budgetOf({ budget }: SimulatedBuyer): Decimal {
  return decimalOf(budget);
}

export function buyOf(persona: SimulatedBuyer, { product, option }: Choice, key: string, now: Date): NewMediaBuy {
  const least = option.minSpendPerPackage ?? "0";
  const wanted = budgetOf(persona);
  const budget = compare(least, wanted) > 0 ? times(least, "1") : wanted;
  return {
    idempotencyKey: key,
    buyerRef: key,
    name: `${persona.name} at ${product.name}`.slice(0, 200),
    flight: { start: after(now, HOUR_MS), end: after(now, 14 * DAY_MS) },
    packages: [
      {
        buyerRef: "1",
        productId: product.productId,
        pricingOptionId: option.pricingOptionId,
        budget,
        currency: option.currency,
        bidPrice: null,
        pacing: "even",
      },
    ],
  };
}

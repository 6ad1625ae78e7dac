import type { z } from "zod";
import { type CompositionPricing, DEFAULT_PERCENTILE } from "./composition-pricing.ts";

type Fact = CompositionPricing["rateCard"]["facts"][number];
type AddIssue = (path: readonly (string | number)[], message: string) => void;

/** The hints that determine which products a fact applies to; any other hint would be ignored. */
const READ = ["channels", "publisherDomains"] as const;

/** Refuses anything that would be stored but never applied; what is accepted is a minimum price for products. */
export function checkCompositionPricing(
  { targetPercentile, rateCard }: CompositionPricing,
  issue: z.core.$RefinementCtx,
): void {
  // Every answer contains the default, so a client may send it back as it read it.
  if (targetPercentile !== DEFAULT_PERCENTILE)
    issue.addIssue({
      code: "custom",
      path: ["targetPercentile"],
      message: "no price is taken from a percentile: leave it out, and set floors by rateCard",
    });
  for (const [index, fact] of rateCard.facts.entries()) {
    const complain: AddIssue = (path, message) =>
      issue.addIssue({ code: "custom", path: ["rateCard", "facts", index, ...path], message });
    checkFact(fact, rateCard.currency, complain);
  }
}

function checkFact({ strength, pricing, hints }: Fact, currency: string | undefined, complain: AddIssue): void {
  if (strength !== "hard_floor")
    complain(
      ["strength"],
      "only hard_floor has an effect: prices are those of the sources, less discounts and never below a floor",
    );
  if (pricing.floorPrice === undefined)
    complain(["pricing", "floorPrice"], "name the price below which nothing may be shown");
  for (const name of ["targetPrice", "ceilingPrice"] as const)
    if (pricing[name] !== undefined) complain(["pricing", name], "it has no effect: leave it out, and send floorPrice");
  if ((pricing.currency ?? currency) === undefined)
    complain(["pricing", "currency"], "name the currency, here or for the whole rateCard");
  for (const [name, terms = []] of Object.entries(hints))
    if (terms.length > 0 && !READ.some((one) => one === name))
      complain(["hints", name], `it is not used for matching: say which products it is about by ${READ.join(" or ")}`);
}

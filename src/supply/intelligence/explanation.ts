import { z } from "zod";
import { numberOf } from "../../ground/kernel/money.ts";
import type { Disposition, RunRecord, ShownPrice, ShownProduct } from "./intelligence-run.ts";

const text = z.string().nullable();

export const Explanation = z.object({
  summary: z.string(),
  selectedProducts: z.array(
    z.object({
      productId: text,
      name: text,
      description: text,
      reasoning: text,
      pricing: z
        .object({
          baseCpm: z.number().nullable(),
          currency: text,
          operatorDiscount: z.number().nullable(),
          finalCpm: z.number().nullable(),
        })
        .nullable(),
      bundleIds: z.array(z.string()),
      signalIds: z.array(z.string()),
      formatIds: z.array(z.object({ agentUrl: text, id: text })),
    }),
  ),
  unpricedProducts: z.array(
    z.object({
      name: text,
      reasoning: text,
      reason: z.string(),
      bundleIds: z.array(z.string()),
      signalIds: z.array(z.string()),
    }),
  ),
  buyerInstructionNotes: z.array(z.string()),
  pricingNotes: z.array(z.string()),
  failure: z.object({ code: text, message: text }).nullable(),
});

/** Explains a run to its operator. */
export function explanationOf(disposition: Disposition | null, record: RunRecord): z.input<typeof Explanation> {
  const { shown, shownIds, exclusions, result, buyerInstructions } = record;
  const { code, message } = result;
  return {
    summary: summaryOf(disposition, shownIds.length, exclusions.length),
    selectedProducts: shown.map((product) => selected(product, buyerInstructions.discountPercent)),
    unpricedProducts: [],
    buyerInstructionNotes: [...buyerInstructions.notes],
    pricingNotes: pricingNotesOf(record),
    failure: result.kind === "ok" ? null : { code, message },
  };
}

function summaryOf(disposition: Disposition | null, shown: number, excluded: number): string {
  const left = excluded === 0 ? "" : `; ${excluded} left out`;
  switch (disposition) {
    case "responded":
      return `${shown} ${shown === 1 ? "product" : "products"} shown${left}`;
    case "declined_policy":
      return `nothing shown: the acceptance policy forbids it${left}`;
    case "declined_fit":
      return `nothing shown: nothing fits${left}`;
    case null:
      return "nothing shown: no source answered";
  }
}

function selected({ productId, name, reasoning, formatIds, prices }: ShownProduct, discount: string | null) {
  const cpm = prices.find(({ pricingModel }) => pricingModel === "cpm");
  return {
    productId,
    name,
    description: null,
    reasoning,
    pricing: cpm ? pricingOf(cpm, discount) : null,
    bundleIds: [],
    signalIds: [],
    formatIds: [...formatIds],
  };
}

/** Only the price that the buyer saw; the source's price is in the run's inputs. */
function pricingOf({ currency, fixedPrice, floorPrice }: ShownPrice, discount: string | null) {
  const final = fixedPrice ?? floorPrice;
  return {
    baseCpm: null,
    currency,
    operatorDiscount: discount === null ? null : numberOf(discount),
    finalCpm: final === null ? null : numberOf(final),
  };
}

function pricingNotesOf({ shown, buyerInstructions }: RunRecord): string[] {
  const raised = shown.filter(({ prices }) => prices.some((price) => price.raised)).map(({ productId }) => productId);
  return [
    ...(buyerInstructions.discountPercent === null
      ? []
      : [`${buyerInstructions.discountPercent} % off for this buyer`]),
    ...(raised.length === 0 ? [] : [`at a price floor: ${raised.join(", ")}`]),
  ];
}

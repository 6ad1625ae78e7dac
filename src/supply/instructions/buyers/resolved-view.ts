import type { z } from "zod";
import { numberOf } from "../../../ground/kernel/money.ts";
import type { Terms } from "../terms.ts";
import type { ResolvedView } from "./schema.ts";

/** The terms for a buyer, with a sentence that gives the reason. */
export function resolvedView(terms: Terms): z.input<typeof ResolvedView> {
  const { matched, discount } = terms;
  return {
    matchedRowIds: matched.map(({ buyerInstructionId }) => String(buyerInstructionId)),
    notes: matched.flatMap(({ notes }) => notes ?? []),
    effectiveDiscountPercent: discount && numberOf(discount.percent),
    source: discount && discount.source,
    sourceId: discount && String(discount.sourceId),
    explanation: explain(terms),
  };
}

function explain({ refusedAs, acceptancePolicyVersion, discount, resold }: Terms): string {
  if (refusedAs) return `version ${acceptancePolicyVersion} of your acceptance policy blocks ${refusedAs}`;
  if (!discount) return "no discount matches: your price is unchanged";
  const { percent, source, sourceId, givenTo } = discount;
  const row = source === "buyer_instruction" ? "instruction" : "house discount";
  const limits = resold.size > 0 ? `, but for what you resell from ${[...resold].join(", ")}` : "";
  return `${percent} % off by ${row} ${sourceId}, for ${givenTo}: the largest of all that match${limits}`;
}

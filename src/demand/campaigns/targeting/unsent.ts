import { compare } from "../../../ground/kernel/money.ts";
import type { Campaign } from "../campaign.ts";
import { unsendableIn } from "./sent-targeting.ts";

/** Everything that a campaign asks for without effect, because no seller receives it or because it says nothing, so that the buyer knows before relying on it. */
export function unsentBy(campaign: Campaign): string[] {
  const { budget, audiences, performanceConfig } = campaign;
  const unsent = [
    [
      budget.dailyCap !== null,
      "budget.dailyCap is stored but not enforced: AdCP 3.1 has no field to send a daily budget to sellers",
    ],
    [
      budget.dailyCap !== null && compare(budget.dailyCap, budget.total) > 0,
      "budget.dailyCap is more than budget.total, so it limits nothing",
    ],
    [audiences.length, "audienceConfig is stored but not enforced: it is not sent to sellers"],
    [performanceConfig, "performanceConfig guides the selection of products: it is not sent to sellers"],
  ] as const;
  return [...unsendableIn(campaign), ...unsent.flatMap(([applies, warning]) => (applies ? [warning] : []))];
}

import type { Campaign } from "../campaign.ts";
import { untellableIn } from "./told-targeting.ts";

/** What a campaign asks for that no seller is told of, as its buyer should know before it relies on it. */
export function untoldBy(campaign: Campaign): string[] {
  const { budget, audiences, performanceConfig } = campaign;
  const untold = [
    [
      budget.dailyCap !== null,
      "budget.dailyCap is kept and not enforced: AdCP 3.1 has no daily budget to tell sellers of",
    ],
    [audiences.length, "audienceConfig is kept and not enforced: sellers are not told of it"],
    [performanceConfig, "performanceConfig guides the selection of products: sellers are not told of it"],
  ] as const;
  return [...untellableIn(campaign), ...untold.flatMap(([applies, warning]) => (applies ? [warning] : []))];
}

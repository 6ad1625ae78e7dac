import type { Campaign } from "../campaign.ts";

/** What discovery looks for. */
const SOUGHT = new Set(["channels", "countries", "geo_countries"]);

/** What a campaign asks for that no seller is told of, as its buyer should know before it relies on it. */
export function untoldBy(campaign: Campaign): string[] {
  const { budget, frequencyCaps, audiences, performanceConfig, constraints } = campaign;
  const unused = Object.keys(constraints ?? {}).filter((name) => !SOUGHT.has(name));
  const untold = [
    [
      unused.length,
      `constraints.${unused.join(", constraints.")}: kept and not enforced; discovery looks at channels and countries`,
    ],
    [
      budget.dailyCap !== null,
      "budget.dailyCap is kept and not enforced: AdCP 3.1 has no daily budget to tell sellers of",
    ],
    [frequencyCaps?.length, "frequencyCaps are kept and not enforced: sellers are not told of them"],
    [audiences.length, "audienceConfig is kept and not enforced: sellers are not told of it"],
    [performanceConfig, "performanceConfig guides the selection of products: sellers are not told of it"],
  ] as const;
  return untold.flatMap(([applies, warning]) => (applies ? [warning] : []));
}

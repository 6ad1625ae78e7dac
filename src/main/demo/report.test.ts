import { expect, test } from "vitest";
import { rowsOf } from "./report.ts";

test("a printed sum is the sum of the amounts printed below it", () => {
  const totals = (spend: number) => ({ impressions: 1_000, clicks: 1, spend });
  const part = (packageId: string, spend: number) => ({ packageId, totals: totals(spend) });
  const buy = (mediaBuyId: string, ...spends: number[]) => ({
    mediaBuyId,
    totals: totals(spends.reduce((all, one) => all + one, 0)),
    packages: spends.map((spend, index) => part(`${mediaBuyId}.${index}`, spend)),
  });
  const campaign = { campaignId: "c", campaignName: "Winter", totals: totals(0.032), mediaBuys: [] };
  const report = {
    totals: totals(0.032),
    advertisers: [{ campaigns: [{ ...campaign, mediaBuys: [buy("a", 0.006, 0.006), buy("b", 0.014, 0.006)] }] }],
  };
  expect(rowsOf(report, 2).map(([name, , , spend]) => [name?.trim(), spend])).toEqual([
    ["Winter", "0.04"],
    ["a", "0.02"],
    ["a.0", "0.01"],
    ["a.1", "0.01"],
    ["b", "0.02"],
    ["b.0", "0.01"],
    ["b.1", "0.01"],
    ["total", "0.04"],
  ]);
});

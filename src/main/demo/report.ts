import type { Campaign, Report } from "./answers.ts";
import type { Api } from "./api.ts";
import type { WalkOptions } from "./walk.ts";

export async function readReport(api: Api, { campaignId }: Campaign): Promise<Report> {
  return api("GET", `/buyer/reporting/metrics?campaignId=${campaignId}&days=90`);
}

export function tellReport({ tell }: WalkOptions, { advertisers, totals }: Report): void {
  const row = (
    name: string,
    { impressions, clicks, spend }: { impressions: number; clicks: number; spend: number },
  ) => [name, impressions.toLocaleString("en"), clicks.toLocaleString("en"), spend.toFixed(2)];
  const rows = advertisers
    .flatMap(({ campaigns }) => campaigns)
    .flatMap((campaign) => [
      row(campaign.campaignName ?? campaign.campaignId, campaign.totals),
      ...campaign.mediaBuys.flatMap((buy) => [
        row(`  ${(buy.name ?? buy.mediaBuyId).replace(`${campaign.campaignName}: `, "")}`, buy.totals),
        ...buy.packages.map(({ packageId, productName, totals, metrics }) =>
          row(`    ${productName ?? packageId}`, totals ?? metrics ?? { impressions: 0, clicks: 0, spend: 0 }),
        ),
      ]),
    ]);
  tell({
    table: [["campaign / media buy / package", "impressions", "clicks", "spend USD"], ...rows, row("total", totals)],
  });
}

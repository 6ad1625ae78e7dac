import { decimalOf, minorDigits, sum } from "../../ground/kernel/money.ts";
import type { Campaign, Report, Totals } from "./answers.ts";
import type { Api } from "./api.ts";
import type { WalkOptions } from "./walk-options.ts";

export async function readReport(api: Api, { campaignId }: Campaign): Promise<Report> {
  return api("GET", `/buyer/reporting/metrics?campaignId=${campaignId}&days=90`);
}

export function printReport({ tell }: WalkOptions, report: Report): void {
  const currency = report.currency ?? "USD";
  const head = ["campaign / media buy / package", "impressions", "clicks", `spend ${currency}`];
  tell({ table: [head, ...rowsOf(report, minorDigits(currency))] });
}

/** A row of the table, with the spend that it shows. */
interface Row {
  readonly name: string;
  readonly totals: Totals;
  readonly spend: string;
}

/** Every total is the sum of the amounts shown, so cents that were rounded away in the parts are not in the total. */
export function rowsOf({ advertisers, totals }: Pick<Report, "advertisers" | "totals">, digits: number): string[][] {
  const campaigns = advertisers
    .flatMap(({ campaigns }) => campaigns)
    .map((campaign) => {
      const buys = campaign.mediaBuys.map((buy) => buyRows(buy, campaign.campaignName, digits));
      return over({ name: campaign.campaignName ?? campaign.campaignId, totals: campaign.totals }, buys, digits);
    });
  const rows = [...campaigns.flat(), { name: "total", totals, spend: spendOf(campaigns, totals, digits) }];
  return rows.map(({ name, totals: { impressions, clicks }, spend }) => [
    name,
    impressions.toLocaleString("en"),
    clicks.toLocaleString("en"),
    spend,
  ]);
}

type MediaBuy = Report["advertisers"][number]["campaigns"][number]["mediaBuys"][number];

function buyRows({ mediaBuyId, name, totals, packages }: MediaBuy, campaign: string | undefined, digits: number) {
  const parts = packages.map((part): Row[] => {
    const own = part.totals ?? part.metrics ?? { impressions: 0, clicks: 0, spend: 0 };
    return [{ name: `    ${part.productName ?? part.packageId}`, totals: own, spend: own.spend.toFixed(digits) }];
  });
  return over({ name: `  ${(name ?? mediaBuyId).replace(`${campaign}: `, "")}`, totals }, parts, digits);
}

/** A total above its parts, each of which begins with a total of its own. */
function over(whole: Omit<Row, "spend">, parts: readonly Row[][], digits: number): Row[] {
  return [{ ...whole, spend: spendOf(parts, whole.totals, digits) }, ...parts.flat()];
}

function spendOf(parts: readonly Row[][], { spend }: Totals, digits: number): string {
  const printed = parts.flatMap(([first]) => (first ? [decimalOf(first.spend)] : []));
  return printed.length > 0 ? Number(sum(printed)).toFixed(digits) : spend.toFixed(digits);
}

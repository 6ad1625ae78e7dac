import type { output } from "zod";
import { type CsvList, csvPageOf, ROWS_A_PAGE } from "../../../ground/kernel/csv/csv-list.ts";
import { viewOf } from "../campaign-view.ts";
import type { CampaignListQuery } from "../schema.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { pageOfCampaigns } from "./read-campaigns.ts";

const COLUMNS = ["id", "name", "status", "start", "end", "budget", "currency", "allocated"];

/** The list of campaigns as a CSV file, in the list's order. */
export const campaignFile: CsvList<{ readonly query: output<typeof CampaignListQuery> }> = {
  fileName: "campaigns",
  columns: COLUMNS,
  async page({ query }, ctx, after) {
    const cursor = after === undefined ? undefined : readCursor(after);
    const rows = await pageOfCampaigns(ctx, query, { take: ROWS_A_PAGE, skip: 0, after: cursor });
    const views = rows.map((row) => ({ ...viewOf(row, ctx.now), key: writeCursor({ ...row.campaign, skip: 0 }) }));
    return csvPageOf(views, lineOf, ({ key }) => key);
  },
};

function lineOf({ campaignId, name, status, flightDates, budget, allocatedBudget }: ReturnType<typeof viewOf>) {
  const { startDate, endDate } = flightDates;
  return [campaignId, name, status, startDate, endDate, budget.total, budget.currency, allocatedBudget];
}

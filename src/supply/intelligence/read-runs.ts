import type { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import type { IntelligenceRun } from "./intelligence-run.ts";
import { getRun } from "./replay-run.ts";
import { filterOf, type RunListQuery } from "./schema.ts";
import { labelRun as label, listRuns } from "./store.ts";

interface Runs {
  readonly runs: readonly IntelligenceRun[];
  /** The number of runs that match the filter, on all pages. */
  readonly total: number;
}

/** Nothing is recorded for a storefront that is not live. */
export async function readRuns({ db, viewer }: Context, query: z.output<typeof RunListQuery>): Promise<Runs> {
  if (query.disposition === "not_live") return { runs: [], total: 0 };
  return listRuns(db, viewer.customerId, filterOf(query), pageOf(query));
}

export async function labelRun(ctx: Context, runId: number, words: unknown): Promise<IntelligenceRun> {
  await label(ctx.db, ctx.viewer.customerId, runId, words);
  return getRun(ctx, runId);
}

import type { z } from "zod";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import type { ModularSource } from "../modular-source.ts";
import { getOwnSource } from "../own-source.ts";
import { saveSchedule } from "../store.ts";
import { onlyDefaults } from "./defaults.ts";
import { fetchFeedJob } from "./fetch-feed-job.ts";
import type { ScheduleBody } from "./schema.ts";

/** Fetches the feed from now on, starting immediately. */
export async function schedule(
  ctx: Context,
  sourceId: string,
  { url, everyHours, ...defaults }: z.output<typeof ScheduleBody>,
): Promise<ModularSource> {
  const source = await getOwnSource(ctx, sourceId);
  await saveSchedule(ctx.db, source, { url, everyHours, defaults: onlyDefaults(defaults) }, wallOf(ctx));
  const { customerId, inventorySourceId } = source;
  await ctx.enqueue(fetchFeedJob, { customerId, inventorySourceId });
  return getOwnSource(ctx, sourceId);
}

export async function endSchedule(ctx: Context, sourceId: string): Promise<ModularSource> {
  const source = await getOwnSource(ctx, sourceId);
  await saveSchedule(ctx.db, source, null, wallOf(ctx));
  return getOwnSource(ctx, sourceId);
}

import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { examineSource, isGraded, jobKey } from "../compliance/index.ts";
import { listSources } from "../sources/index.ts";
import { lockOwnStorefront } from "../storefronts/index.ts";
import type { FullCheck } from "./check.ts";
import { readCompliance } from "./read-readiness.ts";

/** Has all agents or one of them examined again; returns what was known about them before. */
export async function refreshCompliance(ctx: Context, agentId: string | undefined): Promise<FullCheck | undefined> {
  await lockOwnStorefront(ctx);
  const sources = await listSources(ctx.db, ctx.viewer.customerId);
  const meant = sources.filter((source) => agentId === undefined || source.agentId === agentId);
  if (agentId !== undefined && meant.length === 0)
    throw new NotFound(`agentId: none of your sources uses agent ${agentId}`);
  for (const { customerId, inventorySourceId } of meant.filter((source) => isGraded(source, ctx.installation))) {
    const place = { customerId, inventorySourceId };
    await ctx.enqueue(examineSource, place, { key: jobKey(place) });
  }
  return readCompliance(ctx);
}

import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type BuildStatus,
  type CreativeBuild,
  type CreativeToBuild,
  type SellerCall,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { askInTime, closedReason, forSources, type OpenedSource, type SellerSide } from "../../orders/index.ts";
import { afterAnswer, type Build, buildStatusOf, isSame } from "./build.ts";
import { deleteBuild, findBuild, findBuildByKey, insertBuild, saveEnd } from "./store.ts";

type Owner = Pick<Build, "storefrontId" | "principal">;

/**
 * Has a creative produced by the storefront's source, once for the buyer's key. The order is stored before the source
 * is asked, so that a retry after a crash asks for the same creative. An immediate refusal does not use up the key.
 */
export async function orderBuild(
  side: SellerSide,
  owner: Owner,
  sources: readonly OpenedSource[],
  { idempotencyKey, ...request }: CreativeToBuild,
  call: SellerCall,
): Promise<CreativeBuild> {
  const [opened] = sources;
  if (!opened) return refused("UNSUPPORTED_FEATURE", "this storefront has no source that makes creatives");
  const { build, isNew } = await side.write((ctx) => take(ctx, owner, opened, { idempotencyKey, request }));
  if (!isSame(build, request))
    return refused("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key");
  const said = await ask(build, sources, call);
  if (isNew && said.kind === "rejected") await side.write(({ db }) => deleteBuild(db, build));
  else await save(side, build, said);
  return said;
}

/** What the buyer has ordered under this key; undefined if nothing. */
export function readBuildByKey(side: SellerSide, owner: Owner, idempotencyKey: string): Promise<Build | undefined> {
  return side.read(({ db }) => findBuildByKey(db, side.customerId, owner, idempotencyKey));
}

/** The status of a build that was ordered; undefined if the buyer did not order it. */
export async function followBuild(
  side: SellerSide,
  owner: Owner,
  sources: readonly OpenedSource[],
  buildId: string,
  call: SellerCall,
): Promise<BuildStatus | undefined> {
  const build = await side.read(({ db }) => findBuild(db, side.customerId, owner, buildId));
  if (!build) return undefined;
  const said = await ask(build, sources, call);
  await save(side, build, said);
  const { createdAt, updatedAt, outcome, request } = build;
  const at = outcome || said.kind === "submitted" ? updatedAt : call.now;
  return { build: said, ...(request.formatId && { formatId: request.formatId }), createdAt, updatedAt: at };
}

async function take(
  ctx: Context,
  owner: Owner,
  { source }: OpenedSource,
  { idempotencyKey, request }: Pick<Build, "idempotencyKey" | "request">,
): Promise<{ readonly build: Build; readonly isNew: boolean }> {
  const { customerId, inventorySourceId } = source;
  const dates = { createdAt: ctx.now, updatedAt: ctx.now };
  const buildId = newId("task", ctx.random);
  const own = { customerId, buildId, ...owner, idempotencyKey, inventorySourceId };
  const build: Build = { ...own, request, status: "open", outcome: null, ...dates };
  if (await insertBuild(ctx.db, build)) return { build: { ...build, request: written(request) }, isNew: true };
  const known = await findBuildByKey(ctx.db, customerId, owner, idempotencyKey);
  if (!known) throw new Error(`the key of an ordered creative is in use, but no creative has it`);
  return { build: known, isNew: false };
}

/** The request in the form in which it is read from storage, without absent fields. */
function written(request: Build["request"]): Build["request"] {
  return JSON.parse(JSON.stringify(request)) as Build["request"];
}

const UNDER_WAY = "It is being made.";

/** Asks its source under the build's own id, so that repeating the request has no further effect. */
async function ask(build: Build, sources: readonly OpenedSource[], call: SellerCall): Promise<CreativeBuild> {
  if (build.outcome) return build.outcome;
  const opened = sources.find(({ source }) => source.inventorySourceId === build.inventorySourceId);
  if (!opened) return refused("UNSUPPORTED_FEATURE", "the source that was to make it is gone");
  const { agent, source } = opened;
  if (!agent) return refused("AUTH_REQUIRED", closedReason(opened));
  const share = forSources(call);
  const asked = { idempotencyKey: build.buildId, ...build.request };
  try {
    const said = await askInTime(source.name, share, async () => agent.buildCreative?.(asked, share));
    if (said === undefined) return refused("UNSUPPORTED_FEATURE", `${source.name} makes no creatives`);
    return said.kind === "submitted" ? buildStatusOf(build, said.message) : said;
  } catch (error) {
    // The source may have received the request, so a retry asks for the same creative.
    if (error instanceof SellerUnreachable) return buildStatusOf(build, UNDER_WAY);
    throw error;
  }
}

async function save(side: SellerSide, build: Build, said: CreativeBuild): Promise<void> {
  if (build.outcome || said.kind === "submitted") return;
  await side.write(({ db, now }) => saveEnd(db, afterAnswer(build, said), now));
}

function refused(...said: Parameters<typeof refusal>): CreativeBuild {
  return { kind: "rejected", errors: [refusal(...said)] };
}

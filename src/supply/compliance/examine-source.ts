import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { after, DAY_MS, MINUTE_MS, SECOND_MS } from "../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../ground/kernel/context.ts";
import { type Step, step } from "../../ground/kernel/step.ts";
import { notify } from "../../platform/notifications/index.ts";
import { askAboutAgent, type RegistryVerdict } from "../publishers/index.ts";
import type { KeptAuth } from "../sources/consents/index.ts";
import { isHeldBack, type Standing } from "../sources/held-back/index.ts";
import { openAuths, type Source } from "../sources/index.ts";
import { findStorefrontOf } from "../storefronts/index.ts";
import { isExaminable, isGraded } from "./compliance.ts";
import { examineeOf } from "./examinee-of.ts";
import { inTurn } from "./in-turn.ts";
import { endExamination, examineNext, holdSource, lockSourceAt, takeExamination } from "./store.ts";
import type { Examination } from "./storyboards/examination.ts";
import { examineAgent } from "./storyboards/examine-agent.ts";
import { statusesOf, type Verdict, verdictOf, withRegistry } from "./verdict.ts";
import { whyHeld } from "./why-held.ts";

/** How long it waits for the others; with an examination, shorter than a job may run. */
const PATIENCE_MS = 60 * SECOND_MS;
/** For what is done before and after it. */
const MARGIN_MS = 15 * SECOND_MS;
/** When to look again, where agents are not examined unasked. */
const ASLEEP_DAYS = 1;

const Input = z.object({
  customerId: z.int(),
  inventorySourceId: z.int(),
  /** Somebody wants to know now. */
  asked: z.boolean(),
});

/** What the registry says, and what we found; undefined for what did not come about. */
interface Findings {
  readonly registry: RegistryVerdict | undefined;
  readonly verdict: Verdict | undefined;
}

interface Examining {
  readonly source: Source;
  readonly auth: KeptAuth | undefined;
  readonly leaseUntil: Date;
}

/** Holds the agent behind a source to AdCP's storyboards, and keeps what they find. */
export const examineSource: Step<z.output<typeof Input>, void> = step({
  name: "compliance.examine",
  input: Input,
  async claim({ asked, ...place }, ctx): Promise<Examining | undefined> {
    const { everyDays, mostMs } = ctx.installation.compliance;
    const wall = wallOf(ctx);
    await examineNext(ctx.db, place, after(wall, (everyDays ?? ASLEEP_DAYS) * DAY_MS));
    if (!asked && everyDays === null) return undefined;
    const source = await lockSourceAt(ctx.db, place);
    if (!source?.agentId || !isGraded(source, ctx.installation)) return undefined;
    if ((await findStorefrontOf(ctx.db, place.customerId))?.archivedAt) return undefined;
    const leaseUntil = after(wall, PATIENCE_MS + mostMs + MARGIN_MS);
    if (!(await takeExamination(ctx.db, place, source.agentId, { wall, until: leaseUntil }))) return undefined;
    return { source, auth: (await openAuths(ctx, [source])).get(source.inventorySourceId), leaseUntil };
  },
  async call({ source, auth }, out): Promise<Findings> {
    const [registry, verdict] = await Promise.all([
      askAboutAgent(source.endpointUrl ?? "", out),
      isExaminable(source) ? examine(source, auth, out) : verdictOf(SHUT, 0),
    ]);
    return { registry, verdict };
  },
  async settle({ source, leaseUntil }, { registry, verdict: own }, ctx) {
    const verdict = own && registry ? withRegistry(own, registry) : own;
    const now = await lockSourceAt(ctx.db, source);
    const { customerId, inventorySourceId, agentId } = source;
    const found = verdict && agentId !== null ? { agentId, verdict, checkedAt: ctx.now } : undefined;
    if (!now || !(await endExamination(ctx.db, source, leaseUntil, found))) return;
    const again = { customerId, inventorySourceId, asked: true };
    if (!verdict) return ctx.enqueue(examineSource, again, { delayMs: MINUTE_MS, key: jobKey(again) });
    // What was found of an agent that has gone says nothing about the one that came.
    if (now.agentId === agentId) await judge(ctx, now, { registry, verdict });
  },
});

/** While one waits for a source, another is not added. */
export function jobKey({ customerId, inventorySourceId }: Pick<Source, "customerId" | "inventorySourceId">): string {
  return `${customerId} examination of source ${inventorySourceId}`;
}

const SHUT: Examination = {
  kind: "unreachable",
  message: "the agent asks for a credential, and there is none of the seller's to examine it with",
};

/** Undefined where others were examined for too long to wait. */
async function examine(source: Source, auth: KeptAuth | undefined, out: CallContext): Promise<Verdict | undefined> {
  const examinee = await examineeOf(source, auth, out);
  if ("kind" in examinee) return verdictOf(examinee, 0);
  const { mostMs } = out.installation.compliance;
  return inTurn(PATIENCE_MS, async () => {
    const began = performance.now();
    const examination = await examineAgent(examinee, mostMs).catch((error: unknown): Examination => {
      out.log.error({ err: error, agentId: source.agentId }, "the storyboards could not be run");
      return { kind: "unreachable", message: "the storyboards could not be run" };
    });
    return verdictOf(examination, Math.round(performance.now() - began));
  });
}

/** An agent that could not be examined keeps what it was graded before: silence is no failure, and no improvement. */
async function judge(ctx: Context, source: Source, { registry, verdict }: Findings): Promise<void> {
  const { gates } = ctx.installation.compliance;
  const graded = verdict !== undefined && verdict.error === undefined;
  const trackStatuses = graded ? statusesOf(verdict) : source.trackStatuses;
  const registryStatus = registry ? registry.status : source.registryStatus;
  const judged = { ...source, trackStatuses, registryStatus };
  const heldBack = isHeldBack(judged, gates);
  await holdSource(ctx.db, source, { trackStatuses, registryStatus, heldBack });
  if (!heldBack || isSame(source, judged)) return;
  const message = `${source.name} is held back from buyers: ${whyHeld(judged, gates)}. Mend it, then check again`;
  const { sourceId } = source;
  await notify(ctx, { type: "source.held_back", resourceType: "INVENTORY_SOURCE", resourceId: sourceId, message });
}

/** Nobody is told again what has not changed. */
function isSame(before: Source, now: Standing & Pick<Source, "inventorySourceId">): boolean {
  if (!before.heldBack || before.registryStatus !== now.registryStatus) return false;
  return isDeepStrictEqual(before.trackStatuses, now.trackStatuses);
}

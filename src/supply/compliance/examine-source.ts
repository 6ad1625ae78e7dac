import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { dispatch, type Outcome, POLICIES } from "../../ground/dispatch/index.ts";
import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { notify } from "../../platform/notifications/index.ts";
import { askAboutAgent, type RegistryVerdict } from "../publishers/index.ts";
import type { StoredAuth } from "../sources/consents/index.ts";
import { isHeldBack, type Standing } from "../sources/held-back/index.ts";
import { openAuths, type Source } from "../sources/index.ts";
import { findStorefrontOf } from "../storefronts/index.ts";
import { isExaminable, isGraded } from "./compliance.ts";
import { examineeOf } from "./examinee-of.ts";
import { inTurn } from "./in-turn.ts";
import { recordProgress } from "./record-progress.ts";
import { type Examined, findExamined, holdSource, lockSourceAt, saveExamined } from "./store.ts";
import type { Examination, StoryboardProgress } from "./storyboards/examination.ts";
import { examineAgent } from "./storyboards/examine-agent.ts";
import { statusesOf, type Verdict, verdictOf, withRegistry } from "./verdict.ts";
import { whyHeld } from "./why-held.ts";

/** How long an examination waits for others to finish. */
const PATIENCE_MS = POLICIES.examination.patience.ms;

/** The registry's verdict, and ours; undefined if there is none. */
interface Findings {
  readonly agentId: string;
  readonly registry: RegistryVerdict | undefined;
  readonly verdict: Verdict;
}

interface HeldExamination extends Examined {
  readonly source: Source;
  readonly agentId: string;
}

interface ExaminationRequest {
  readonly source: Source;
  readonly agentId: string;
  readonly auth: StoredAuth | undefined;
}

/** Tests the agent behind a source with AdCP's storyboards, and stores the verdict. */
export const examineSource = dispatch({
  name: "compliance.examine",
  input: { inventorySourceId: z.int() },
  policy: POLICIES.examination,
  async load(place, ctx): Promise<HeldExamination | undefined> {
    const source = await lockSourceAt(ctx.db, place);
    const agentId = source?.agentId;
    if (!agentId || !isGraded(source, ctx.installation)) return undefined;
    if ((await findStorefrontOf(ctx.db, place.customerId))?.archivedAt) return undefined;
    return { ...(await findExamined(ctx.db, place)), source, agentId };
  },
  isOpen: () => true,
  async request(examined, ctx) {
    const { source, agentId } = examined;
    const auth = (await openAuths(ctx, [source])).get(source.inventorySourceId);
    return { record: examined, request: { source, agentId, auth } satisfies ExaminationRequest };
  },
  save,
  async call({ source, agentId, auth }: ExaminationRequest, out): Promise<Outcome<Findings>> {
    const [registry, verdict] = await Promise.all([
      askAboutAgent(source.endpointUrl ?? "", out),
      isExaminable(source) ? examine(source, auth, out) : verdictOf(SHUT, 0),
    ]);
    if (!verdict) return { kind: "not_taken", message: "others were examined for too long to wait" };
    return { kind: "answered", answer: { agentId, registry, verdict } };
  },
  async settle(examined, result, ctx) {
    if (result.kind !== "answered") return save(examined, ctx);
    const { agentId, registry, verdict: own } = result.answer;
    const verdict = registry ? withRegistry(own, registry) : own;
    const saved = await save({ ...examined, attempts: 0, found: { agentId, verdict, checkedAt: ctx.now } }, ctx);
    // If the source has been connected to another agent in the meantime, the result is not about that agent.
    if (examined.agentId === agentId) await judge(ctx, examined.source, { agentId, registry, verdict });
    return saved;
  },
  answer: () => undefined,
});

async function save(examined: HeldExamination, { db }: Context): Promise<HeldExamination> {
  await saveExamined(db, examined, examined.agentId);
  return examined;
}

/** The key under which at most one examination of a source is queued. */
export function jobKey({ customerId, inventorySourceId }: Pick<Source, "customerId" | "inventorySourceId">): string {
  return `${customerId} examination of source ${inventorySourceId}`;
}

const SHUT: Examination = {
  kind: "unreachable",
  message: "the agent requires a credential, and the seller has not given one to test it with",
};

/** Undefined if other examinations took longer than this one may wait. */
async function examine(source: Source, auth: StoredAuth | undefined, out: CallContext): Promise<Verdict | undefined> {
  const examinee = await examineeOf(source, auth, out);
  if ("kind" in examinee) return verdictOf(examinee, 0);
  const { mostMs } = out.installation.compliance;
  const { customerId, inventorySourceId } = source;
  const tell = (progress: StoryboardProgress) =>
    void out
      .perform(recordProgress, { customerId, inventorySourceId, ...progress })
      .catch((error: unknown) => out.log.warn({ err: error, inventorySourceId }, "the progress could not be stored"));
  return inTurn(PATIENCE_MS, async () => {
    const began = performance.now();
    const examination = await examineAgent(examinee, mostMs, tell).catch((error: unknown): Examination => {
      out.log.error({ err: error, agentId: source.agentId }, "the storyboards could not be run");
      return { kind: "unreachable", message: "the storyboards could not be run" };
    });
    return verdictOf(examination, Math.round(performance.now() - began));
  });
}

/**
 * An agent that could not be tested keeps its previous grade, because a missing answer is neither a failure nor an
 * improvement.
 */
async function judge(ctx: Context, source: Source, { registry, verdict }: Findings): Promise<void> {
  const { gates } = ctx.installation.compliance;
  const graded = verdict.error === undefined;
  const trackStatuses = graded ? statusesOf(verdict) : source.trackStatuses;
  const registryStatus = registry ? registry.status : source.registryStatus;
  const judged = { ...source, trackStatuses, registryStatus };
  const heldBack = isHeldBack(judged, gates);
  await holdSource(ctx.db, source, { trackStatuses, registryStatus, heldBack });
  if (!heldBack || isSame(source, judged)) return;
  const message = `${source.name} is held back from buyers: ${whyHeld(judged, gates)}. Fix it, then check again`;
  const { sourceId } = source;
  await notify(ctx, { type: "source.held_back", resourceType: "INVENTORY_SOURCE", resourceId: sourceId, message });
}

/** Nobody is notified again if nothing has changed. */
function isSame(before: Source, now: Standing & Pick<Source, "inventorySourceId">): boolean {
  if (!before.heldBack || before.registryStatus !== now.registryStatus) return false;
  return isDeepStrictEqual(before.trackStatuses, now.trackStatuses);
}

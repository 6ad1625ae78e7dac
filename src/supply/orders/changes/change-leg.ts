import { z } from "zod";
import { dispatch, type Outcome, outcomeAfter, POLICIES, type Result } from "../../../ground/dispatch/index.ts";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { can } from "../../../ground/kernel/lifecycle.ts";
import { rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import { type MediaBuyOutcome, SellerRefused } from "../../../ground/seller-agent/index.ts";
import { asSellerFailure, callFor } from "../ask-source.ts";
import { type FoundLegs, findLegs, openFound } from "../legs/leg-groups.ts";
import { webhookOf } from "../legs/leg-webhook.ts";
import { type ChangePart, givenUp, inDoubt, partLife } from "./change-part.ts";
import { holdPart, type LockedPart } from "./hold-part.ts";
import { inWordsOfWhole } from "./order-change.ts";
import { recordAnswer } from "./record-answer.ts";
import { insteadOfRepeating } from "./repeat-part.ts";
import { savePart } from "./store.ts";

interface ChangeRequest {
  readonly part: LockedPart;
  readonly found: FoundLegs;
}

/** Asks a leg's source for its part of an order's change, under the part's key. */
export const changeLeg = dispatch({
  name: "orders.change-leg",
  input: { orderId: z.string(), idempotencyKey: z.string(), legId: z.string() },
  policy: POLICIES.orderChange,
  audit: { resource: "ORDER_LEG", idIn: "legId" },
  load: (input, ctx): Promise<LockedPart | undefined> => holdPart(ctx, input),
  isOpen: ({ state }) => state === "open",
  async request(part, ctx) {
    const found = await findLegs(ctx, [part.order], ({ legId }) => legId === part.legId);
    return { record: part, request: { part, found } satisfies ChangeRequest };
  },
  save,
  async call({ part, found }: ChangeRequest, out, { sentAt, timeoutMs }): Promise<Outcome<MediaBuyOutcome>> {
    const [group] = await openFound(out, found);
    if (!group?.agent) return { kind: sentAt ? "unknown" : "not_taken", message: "it no longer opens for this buyer" };
    const call = { ...callFor(part.order, out), timeoutMs };
    const { change } = part.asked;
    try {
      const instead = sentAt && (await insteadOfRepeating(group.agent, change, { sentAt, wall: wallOf(out) }, call));
      if (instead) return instead;
      const webhook = webhookOf(part.leg, out.viewer.customerId, out.vault);
      return outcomeAfter(await group.agent.updateMediaBuy({ ...change, ...(webhook && { webhook }) }, call), !!sentAt);
    } catch (thrown) {
      return failed(thrown, part, sentAt, out);
    }
  },
  settle,
  settleLate: (part, answer, ctx) =>
    answer.kind === "done" && can(partLife.transitions, "make", part.state)
      ? recordAnswer(ctx, part, answer)
      : Promise.resolve(part),
  answer: ({ state }) => state !== "open",
});

async function settle(part: LockedPart, result: Result<MediaBuyOutcome>, ctx: Context): Promise<LockedPart> {
  switch (result.kind) {
    case "answered":
      return recordAnswer(ctx, part, inWordsOfWhole(result.answer, part.asked.positions, part.leg));
    case "again":
      return save({ ...part, message: result.message }, ctx);
    case "lost":
      return save({ ...part, ...inDoubt(part, result.message) }, ctx);
    case "given_up":
      return save({ ...part, ...givenUp(part, result.message) }, ctx);
  }
}

async function save(part: LockedPart, { db, viewer }: Context): Promise<LockedPart> {
  await savePart(db, viewer.customerId, part);
  return part;
}

function failed(
  thrown: unknown,
  { leg, legId }: LockedPart,
  sentAt: Date | null,
  { log, requestId }: CallContext,
): Outcome<MediaBuyOutcome> {
  const failure = asSellerFailure(leg.sourceName, thrown);
  log.warn({ err: thrown, legId, requestId }, "a source did not make its part of a change");
  if (failure instanceof SellerRefused) return outcomeAfter(rejected(...failure.errors), sentAt !== null);
  return { kind: "unknown", message: failure.message };
}

/** When parts are recovered if the process that requested them dies before it has asked their sources. */
const RECOVERY_MS = 90 * SECOND_MS;

/** Enqueues a recovery job for each stored part of a change. */
export async function schedulePartRecovery({ viewer, enqueue }: Context, parts: readonly ChangePart[]): Promise<void> {
  for (const { orderId, idempotencyKey, legId, fence: attempt } of parts)
    await enqueue(
      changeLeg,
      { customerId: viewer.customerId, orderId, idempotencyKey, legId, attempt },
      { delayMs: RECOVERY_MS },
    );
}

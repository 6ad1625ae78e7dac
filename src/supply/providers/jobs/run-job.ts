import { z } from "zod";
import { type Attempt, dispatch, type Outcome, POLICIES } from "../../../ground/dispatch/index.ts";
import { after, SECOND_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import type { ProviderBuy } from "../agent/buy.ts";
import { conclude } from "../agent/conclude.ts";
import { readSeatAccount } from "../agent/seat.ts";
import { listBuys } from "../agent/store.ts";
import { openLine } from "../connections/open-line.ts";
import type { AnyJob, JobContext, Step } from "../contract/job.ts";
import { failed, fault, type ProviderError, type Result } from "../contract/provider-error.ts";
import { carryOn, deadlineIn, type Line, pauseSeconds } from "../host/carry-on.ts";
import { machineOf } from "./machine.ts";
import { type BuildInput, type NewJob, type ProviderJob, platformJobLife } from "./provider-job.ts";
import { insertJob, lockJob, saveJob } from "./store.ts";

interface JobAttempt {
  readonly job: ProviderJob;
  /** Null for work without a media buy. */
  readonly buy: ProviderBuy | null;
}

/** The job's next step, or its end. An attempt that only waited for a rate limit does not count. */
type Answer = Step<unknown, unknown> & { readonly inLine?: true };

/**
 * Continues a job up to its next write, which is stored before it is sent. A crash during a write leaves it in doubt:
 * the next attempt looks it up by its tag, and sends it again only if nothing with that tag exists.
 */
export const runJob = dispatch({
  name: "providers.run-job",
  input: { jobId: z.string() },
  policy: POLICIES.providerCall,
  load: ({ customerId, jobId }, { db }) => lockJob(db, customerId, jobId),
  isOpen: ({ status }) => status === "OPEN",
  async request(job, ctx) {
    const { mediaBuyId } = job;
    const buy = mediaBuyId === null ? null : (await listBuys(ctx.db, job, [mediaBuyId]))[0];
    const isEarly = job.readyAt !== null && job.readyAt > wallOf(ctx);
    return { record: job, request: buy !== undefined && !isEarly ? ({ job, buy } satisfies JobAttempt) : undefined };
  },
  save,
  call: (asked: JobAttempt, out, attempt) => continueJob(asked, out, attempt),
  async settle(job, result, ctx) {
    if (result.kind === "answered") return saveAnswer(job, result.answer, ctx);
    if (result.kind === "again") return save(job, ctx);
    const error = fault("temporary", `every attempt failed: ${result.message}`);
    return saveAnswer(job, { do: "fail", error, made: [] }, ctx);
  },
  answer: ({ status, readyAt, leaseUntil, attempts }) => ({
    isOpen: status === "OPEN",
    readyAt,
    isHeld: leaseUntil !== null,
    hasFailed: leaseUntil === null && readyAt === null && attempts > 0,
  }),
});

async function continueJob(
  { job, buy }: JobAttempt,
  out: CallContext,
  { sentAt, timeoutMs }: Attempt,
): Promise<Outcome<Answer>> {
  const line = buy ? await lineOfBuy(out, buy) : await openLine(out, (job.input as BuildInput).connection, undefined);
  if (!line.ok) return ended(line.error);
  const machine = machineOf(line.value.adapter, job);
  if (!machine) return ended(fault("unsupported", "the platform cannot do this"));
  const start = startOf(job, machine, line.value.context, sentAt);
  // A write is stored before it is sent, because otherwise nobody would know about it after a crash.
  if (job.step.do === "begin" && start.do === "send" && start.request.effect !== "read")
    return { kind: "answered", answer: start };
  const came = await carryOn<unknown>(out, line.value, machine, start, { until: deadlineIn(timeoutMs) });
  if (came.kind === "step") return { kind: "answered", answer: came.step };
  const seconds = pauseSeconds(came.error);
  // Reads may have been made since the stored step; storing the current one avoids repeating them.
  const moved = came.step !== start || seconds !== undefined;
  if (came.kind === "again" && moved && came.step.do === "send")
    return {
      kind: "answered",
      answer: { ...came.step, do: "wait", seconds: seconds ?? 2, ...(came.inLine && { inLine: true }) },
    };
  return { kind: came.kind === "again" ? "not_taken" : "unknown", message: came.error.message };
}

async function lineOfBuy(
  out: CallContext,
  { connectionCustomer: customerId, connectionId, accountId }: ProviderBuy,
): Promise<Result<Line>> {
  const account = await out.perform(readSeatAccount, { customerId, accountId });
  if (!account) return failed(fault("auth_revoked", "the account that it was bought under is gone"));
  return openLine(out, { customerId, connectionId, provider: account.provider }, account.account);
}

function ended(error: ProviderError): Outcome<Answer> {
  return { kind: "answered", answer: { do: "fail", error, made: [] } };
}

/** What is sent first: the stored step, or its look-up if it may already have been sent. */
function startOf(
  { step, input }: ProviderJob,
  machine: AnyJob<unknown, unknown>,
  context: JobContext,
  sentAt: Date | null,
): Step<unknown, unknown> {
  if (step.do === "begin") return machine.start(input, context);
  if (step.do !== "send" && step.do !== "wait") return step;
  const { state, request, onLost } = step;
  if (sentAt === null || request.effect === "read" || !onLost)
    return { do: "send", state, request, ...(onLost && { onLost }) };
  return { do: "send", state: onLost.state, request: onLost.request };
}

async function save(job: ProviderJob, ctx: Context): Promise<ProviderJob> {
  await saveJob(ctx.db, job, ctx.now);
  return job;
}

/** When the next attempt runs automatically, if the interactive caller does not get to it. */
const SOON_MS = 2 * SECOND_MS;

async function saveAnswer(job: ProviderJob, { inLine, ...step }: Answer, ctx: Context): Promise<ProviderJob> {
  const wall = wallOf(ctx);
  if (step.do === "send" || step.do === "wait") {
    const readyAt = step.do === "wait" ? after(wall, step.seconds * SECOND_MS) : null;
    const attempts = step.do === "wait" ? job.attempts - (inLine ? 1 : 0) : 0;
    const following = await save({ ...job, step, readyAt, attempts, sentAt: null }, ctx);
    const delayMs = readyAt ? readyAt.getTime() - wall.getTime() : SOON_MS;
    const { customerId, jobId, fence } = following;
    await ctx.enqueue(runJob, { customerId, jobId, attempt: fence }, { delayMs });
    return following;
  }
  const isDone = step.do === "done";
  const status = stepped(platformJobLife, isDone ? "finish" : "fail", job.status);
  const end = await save({ ...job, step, status, readyAt: null, error: isDone ? null : step.error }, ctx);
  for (const following of await conclude(ctx, end)) await enqueueJob(ctx, following);
  return end;
}

/** Enqueues a job, so that it is done whatever happens to its requester. */
export async function enqueueJob(ctx: Context, job: NewJob): Promise<void> {
  await insertJob(ctx.db, job, ctx.now);
  const { customerId, jobId } = job;
  await ctx.enqueue(runJob, { customerId, jobId, attempt: 0 }, { delayMs: SOON_MS });
}

import { z } from "zod";
import { after } from "../kernel/clock.ts";
import { type CallContext, type ClaimedStep, type Context, wallOf } from "../kernel/context.ts";
import { Done, SettlementConflict, type Step, type StepAudit, type StepInput, USUAL_ATTEMPTS } from "../kernel/step.ts";
import { withinDeadline } from "../seller-agent/external/wire/deadline.ts";
import { type Attempt, begun, landed, type Outcome, type Progress, type Result, resultOf } from "./attempt.ts";
import { leaseMsOf, mostAttemptsOf, patienceOf, type RetryPolicy, recoveryMsOf } from "./retry-policy.ts";

/** The customer on whose behalf an attempt is made, and which attempt it is. An interactive caller passes only the customer. */
export interface DispatchInput extends StepInput {
  /** The fence of the attempt that enqueued the job. If there has been another attempt since, the job has nothing to do. */
  readonly attempt?: number | undefined;
  /** The job was enqueued in case the process of an attempt dies; it only acts if that attempt has no result. */
  readonly abandoned?: boolean | undefined;
  /** How long an interactive caller waits, if that is less than the policy's patience. */
  readonly timeoutMs?: number | undefined;
}

/** The record to be sent, and the request; no request if there is nothing to send now. */
interface Requested<T, R> {
  readonly record: T;
  readonly request: R | undefined;
}

interface Declared<K extends z.ZodRawShape, T extends Progress, R, A, S> {
  readonly name: string;
  /** The record's id, in addition to its customer. */
  readonly input: K;
  readonly policy: RetryPolicy;
  readonly audit?: StepAudit;
  /** How many of these one process executes concurrently, if the queue's default is too many. */
  readonly atOnce?: number;
  /** Locks the record until the end of the transaction; undefined if it no longer exists. */
  load(input: StepInput & z.output<z.ZodObject<K>>, ctx: Context): Promise<T | undefined>;
  /**
   * Sends the query that locks the record of an attempt, without waiting for the result. The returned function waits for it, and answers
   * whether the record is still as the attempt left it. The record is settled in the meantime; if it has changed, those writes are discarded,
   * and the record is loaded and settled again.
   */
  hold?(asked: T, ctx: Context): () => Promise<boolean>;
  /** Whether the record still waits for an answer. */
  isOpen(record: T): boolean;
  /** The request, from stored data: every retry is the same under the same key. */
  request(record: T, ctx: Context): Promise<Requested<T, R>>;
  /** Stores a record for which an attempt begins, or for which there is nothing to send now. */
  save(record: T, ctx: Context): Promise<T>;
  /** Makes the request, outside any transaction. An exception counts as no answer. */
  call(request: R, ctx: CallContext, attempt: Attempt): Promise<Outcome<A>>;
  /** Stores the record's result. Its lease has ended, and its `sentAt` says whether the receiver may have acted. */
  settle(record: T, result: Result<A>, ctx: Context): Promise<T>;
  /** Handles an answer that arrives after somebody else has taken the record over. It may only store facts that are true whoever receives them. */
  settleLate?(record: T, answer: A, ctx: Context): Promise<T>;
  /** The result for the caller, from the record after an attempt, or from one for which there was nothing to send. */
  answer(record: T): S;
}

/** A step that makes an external request until there is an answer: see `dispatch`. */
export interface Dispatch<I extends DispatchInput = DispatchInput, S = unknown> extends Step<I, S> {
  readonly policy: RetryPolicy;
}

/** A dispatch whose first attempt can be claimed in the transaction that creates the record. */
interface ClaimedWithRecord<I extends DispatchInput, S, T, R> extends Dispatch<I, S> {
  /**
   * Begins an attempt for a record that this transaction creates, or has just read and locked. The caller stores the record that this
   * returns, and makes the attempt with `performClaimed` once the transaction has committed. If the caller dies before that, the job
   * enqueued here makes the next attempt.
   */
  claimWith(
    requested: { readonly record: T; readonly request: R },
    input: I,
    ctx: Context,
  ): Promise<ClaimedAttempt<I, T, R>>;
}

interface ClaimedAttempt<I extends DispatchInput, T, R> extends ClaimedStep<I> {
  readonly record: T;
  /** The same claim, with the record and the request as they were finally stored. */
  stored(record: T, request: R): ClaimedStep<I>;
}

/** Selects the dispatches among the steps. */
export function dispatchesIn(steps: readonly Step[]): readonly Dispatch[] {
  return steps.filter((step): step is Step & Dispatch => "policy" in step);
}

/**
 * Declares an external call that survives the death of the process that makes it. The record concerned keeps its `Progress` in separate
 * columns. An attempt is claimed with a lease and a fence, which also enqueues a job in case the process dies; the call is made outside any
 * transaction, and the holder of the fence settles it. Failed attempts are repeated according to the policy until there is an answer, the
 * dispatch is given up, or it is lost: in that case a repetition could have a double effect. An input without an `attempt` is an
 * interactive request: it is executed immediately unless another attempt is running. When a record is created, a job with its fence as
 * `attempt` is enqueued in the same transaction, so that the request is made in any event.
 */
export function dispatch<const K extends z.ZodRawShape, T extends Progress, R, A, S>(
  declared: Declared<K, T, R, A, S>,
): ClaimedWithRecord<InputOf<K>, S, T, R> {
  const { name, policy, audit, atOnce } = declared;
  const self: ClaimedWithRecord<InputOf<K>, S, T, R> = {
    name,
    policy,
    ...(audit && { audit }),
    ...(atOnce && { atOnce }),
    attempts: USUAL_ATTEMPTS,
    // The shape is generic, so the compiler cannot see that its fields and ours together form the input.
    input: z.object({ ...declared.input, ...CONTROL }) as unknown as Step<InputOf<K>>["input"],
    claim: (input, ctx) => claimAttempt(self, declared, input, ctx),
    call: ({ request, attempt }: Claimed<K, T, R>, out) => callInTime(declared, request, attempt, out),
    settle: (claimed: Claimed<K, T, R>, outcome: Outcome<A>, ctx) =>
      settleAttempt(self, declared, { claimed, outcome }, ctx),
    async claimWith({ record, request }, input, ctx) {
      const claimed = await beginAttempt(self, { record, request }, input, ctx);
      await ctx.claiming(name);
      const stored = (kept: T, asked: R) => ({ input, claimed: { ...claimed, record: kept, request: asked } });
      return { input, claimed, record: claimed.record, stored };
    },
  };
  return self;
}

type InputOf<K extends z.ZodRawShape> = DispatchInput & z.output<z.ZodObject<K>>;

const CONTROL = {
  customerId: z.int(),
  attempt: z.int().optional(),
  abandoned: z.boolean().optional(),
  timeoutMs: z.number().positive().optional(),
};

interface Claimed<K extends z.ZodRawShape, T, R> {
  readonly input: InputOf<K>;
  /** As it was stored when the attempt was claimed. */
  readonly record: T;
  readonly request: R;
  readonly attempt: Attempt;
  /** Somebody else has changed the record since. */
  readonly isStale?: true;
}

async function claimAttempt<K extends z.ZodRawShape, T extends Progress, R, A, S>(
  self: Dispatch<InputOf<K>, S>,
  declared: Declared<K, T, R, A, S>,
  input: InputOf<K>,
  ctx: Context,
): Promise<Claimed<K, T, R> | Done<S> | undefined> {
  const { policy } = declared;
  const record = await declared.load(input, ctx);
  if (!record) return undefined;
  if (!declared.isOpen(record) || isSuperseded(input, record)) return new Done(declared.answer(record));
  const wall = wallOf(ctx);
  const leftMs = (record.leaseUntil?.getTime() ?? 0) - wall.getTime();
  const inPerson = input.attempt === undefined;
  if (leftMs > 0) {
    // A job that runs before the lease has ended must be enqueued again, because nothing else would run it.
    if (!inPerson) await ctx.enqueue(self, input, { delayMs: recoveryMsOf(leftMs) });
    return new Done(declared.answer(record));
  }
  if (!inPerson && record.attempts >= mostAttemptsOf(policy))
    return new Done(declared.answer(await declared.settle({ ...record, leaseUntil: null }, NO_ANSWER, ctx)));
  const { record: ready, request } = await declared.request(record, ctx);
  if (request === undefined) return new Done(declared.answer(await declared.save(ready, ctx)));
  const counted = inPerson && policy.anewInPerson ? { ...ready, attempts: 0 } : ready;
  const begun = await beginAttempt(self, { record: counted, request }, input, ctx);
  return { ...begun, record: await declared.save(begun.record, ctx) };
}

/**
 * Returns the record as it is while the attempt is in progress, without saving it, and enqueues the job that recovers the attempt if this
 * process dies.
 */
async function beginAttempt<K extends z.ZodRawShape, T extends Progress, R, S>(
  self: Dispatch<InputOf<K>, S>,
  { record: ready, request }: { readonly record: T; readonly request: R },
  input: InputOf<K>,
  ctx: Context,
): Promise<Claimed<K, T, R>> {
  const wall = wallOf(ctx);
  const timeoutMs = patienceOf(self.policy, ctx.installation, input.timeoutMs);
  const leaseMs = leaseMsOf(timeoutMs);
  const record = begun(ready, after(wall, leaseMs), wall);
  const { fence, attempts } = record;
  await ctx.enqueue(self, jobOf(input, { attempt: fence, abandoned: true }), { delayMs: recoveryMsOf(leaseMs) });
  return { input, record, request, attempt: { number: attempts, sentAt: ready.sentAt ?? null, timeoutMs } };
}

/** The result if the process died during the last attempt that the policy allows. */
const NO_ANSWER = { kind: "given_up", message: "the result of the last attempt is unknown" } as const;

/** There has been another attempt since, or the attempt that was to be recovered has a result. */
function isSuperseded({ attempt, abandoned = false }: DispatchInput, { fence, leaseUntil }: Progress): boolean {
  return (attempt !== undefined && attempt !== fence) || (abandoned && leaseUntil === null);
}

function jobOf<I extends DispatchInput>(input: I, job: Pick<DispatchInput, "attempt" | "abandoned">): I {
  const { attempt: _, abandoned: __, timeoutMs: ___, ...named } = input;
  // These three fields are optional in every input.
  return { ...named, ...job } as unknown as I;
}

async function callInTime<K extends z.ZodRawShape, T extends Progress, R, A, S>(
  { name, call }: Declared<K, T, R, A, S>,
  request: R,
  attempt: Attempt,
  out: CallContext,
): Promise<Outcome<A>> {
  const late = () => new LateAnswer(`no answer within ${attempt.timeoutMs} ms`);
  try {
    return await withinDeadline(attempt.timeoutMs, late, () => call(request, out, attempt));
  } catch (error) {
    if (error instanceof LateAnswer) return { kind: "unknown", message: error.message };
    out.log.error(
      { err: error, step: name, requestId: out.requestId },
      "a call failed with an exception, and counts as unanswered",
    );
    return { kind: "unknown", message: "the call failed" };
  }
}

class LateAnswer extends Error {}

interface Called<K extends z.ZodRawShape, T, R, A> {
  readonly claimed: Claimed<K, T, R>;
  readonly outcome: Outcome<A>;
}

async function settleAttempt<K extends z.ZodRawShape, T extends Progress, R, A, S>(
  self: Dispatch<InputOf<K>, S>,
  declared: Declared<K, T, R, A, S>,
  { claimed, outcome }: Called<K, T, R, A>,
  ctx: Context,
): Promise<S | undefined> {
  const held = claimed.isStale ? undefined : declared.hold?.(claimed.record, ctx);
  if (held) {
    const settled = await settleOwn(self, declared, { claimed, outcome }, claimed.record, ctx);
    if (!(await held())) throw new SettlementConflict({ ...claimed, isStale: true });
    return settled;
  }
  const record = await declared.load(claimed.input, ctx);
  if (!record) return undefined;
  if (record.fence !== claimed.record.fence || !declared.isOpen(record)) {
    ctx.log.warn(
      { step: self.name, outcome: outcome.kind, requestId: ctx.requestId },
      "an attempt was settled too late",
    );
    const settleLate = outcome.kind === "answered" && declared.settleLate;
    return declared.answer(settleLate ? await settleLate(record, outcome.answer, ctx) : record);
  }
  return settleOwn(self, declared, { claimed, outcome }, record, ctx);
}

/** Settles an attempt whose fence still holds the record. */
async function settleOwn<K extends z.ZodRawShape, T extends Progress, R, A, S>(
  self: Dispatch<InputOf<K>, S>,
  declared: Declared<K, T, R, A, S>,
  { claimed: { input, attempt }, outcome }: Called<K, T, R, A>,
  record: T,
  ctx: Context,
): Promise<S> {
  const wall = wallOf(ctx);
  const ended = landed(record, attempt, outcome);
  const result = resultOf(outcome, ended, declared.policy.pausesMs, wall);
  const settled = await declared.settle(ended, result, ctx);
  if (result.kind === "again") {
    const delayMs = result.at.getTime() - wall.getTime();
    await ctx.enqueue(self, jobOf(input, { attempt: record.fence }), { delayMs });
  }
  return declared.answer(settled);
}

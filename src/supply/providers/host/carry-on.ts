import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { CallContext } from "../../../ground/kernel/context.ts";
import type { Adapter } from "../contract/adapter.ts";
import type { AnyJob, JobContext, Step } from "../contract/job.ts";
import { fault, type ProviderError, REMEDY } from "../contract/provider-error.ts";
import { exchange } from "./exchange.ts";
import type { Secrets } from "./fill.ts";
import { backInMs } from "./line.ts";
import { type Counted, savePause, waitForTurn } from "./take-turns.ts";

/**
 * The access to a provider through one connection, or without one yet. It contains decrypted secrets, and exists only
 * for one call.
 */
export interface Line {
  readonly adapter: Adapter;
  readonly secrets: Secrets;
  readonly counted: Counted;
  readonly context: JobContext;
  /** Fresh secrets to replace those that the provider no longer accepts; undefined if only a new consent helps. */
  renew(): Promise<Secrets | undefined>;
  /** Records that the provider has ended the consent, so that nothing more is sent for it. */
  end(): Promise<void>;
}

/** How far a job has got in one run. */
export type JobRun<T> =
  /** Either the end, or the next step, which has to be stored before it is executed. */
  | { readonly kind: "step"; readonly step: Step<unknown, T> }
  /**
   * The current step had no effect, and may be sent again later. If `inLine`, it was not even tried, because it waits
   * for a rate limit.
   */
  | { readonly kind: "again"; readonly step: Step<unknown, T>; readonly error: ProviderError; readonly inLine?: true }
  /** The current step may have been executed, so it is looked up before it is sent again. */
  | { readonly kind: "unknown"; readonly step: Step<unknown, T>; readonly error: ProviderError };

export interface Allowed {
  /** On the clock of `performance.now()`. */
  readonly until: number;
  /** Set if writes are sent without storing the step first, which is safe for writes that may be repeated. */
  readonly unwritten?: true;
}

/** No list or upload takes this many requests, so a job that makes more is in a loop. */
const MOST_EXCHANGES = 1_000;

/**
 * Sends a job's requests and passes it the replies. Reads continue automatically; it stops before the first write that
 * has not been stored yet.
 */
export async function carryOn<T>(
  out: CallContext,
  first: Line,
  job: AnyJob<unknown, T>,
  start: Step<unknown, T>,
  allowed: Allowed,
): Promise<JobRun<T>> {
  let [step, line, renewed] = [start, first, false];
  for (let sent = 0; sent < MOST_EXCHANGES; sent += 1) {
    if (step.do !== "send") return { kind: "step", step };
    if (sent > 0 && step.request.effect !== "read" && !allowed.unwritten && step !== start)
      return { kind: "step", step };
    const next = await sendOne(out, line, job, step, allowed);
    if (next.kind === "came") return next.came;
    if (next.kind === "moved") {
      step = next.step;
      continue;
    }
    const secrets = renewed ? undefined : await line.renew();
    renewed = true;
    if (!secrets) return { kind: "again", step, error: next.error };
    line = { ...line, secrets };
  }
  return { kind: "step", step: { do: "fail", error: fault("unreadable", "its lists have too many pages"), made: [] } };
}

type Sent<T> =
  | { readonly kind: "moved"; readonly step: Step<unknown, T> }
  | { readonly kind: "renew"; readonly error: ProviderError }
  | { readonly kind: "came"; readonly came: JobRun<T> };

async function sendOne<T>(
  out: CallContext,
  line: Line,
  job: AnyJob<unknown, T>,
  step: Extract<Step<unknown, T>, { do: "send" }>,
  { until }: Allowed,
): Promise<Sent<T>> {
  const { request, state } = step;
  const { describe } = line.adapter;
  const leftMs = until - performance.now();
  const stop = (kind: "again" | "unknown", error: ProviderError): Sent<T> => ({
    kind: "came",
    came: { kind: request.effect === "read" ? "again" : kind, step, error },
  });
  if (leftMs <= 0) return stop("again", fault("temporary", "there is no time left for this request"));
  const lateMs = await waitForTurn(out, describe, request, line.counted, leftMs);
  if (lateMs !== undefined) {
    const retryAfterSeconds = Math.ceil(backInMs(lateMs, leftMs) / SECOND_MS);
    const words = `${describe.displayName} is already called as often as it allows`;
    return inLine(step, fault("throttled", words, { retryAfterSeconds }));
  }
  const sender = { describe, secrets: line.secrets, now: line.context.now };
  const answer = await exchange(out, sender, request, Math.max(until - performance.now(), 1));
  if (answer.kind === "unsent") return stop("again", fault("temporary", answer.message));
  if (answer.kind === "lost") return stop("unknown", fault("temporary", answer.message));
  const pause = line.adapter.pauseAfter?.(answer.reply);
  if (pause !== undefined) await savePause(out, describe, request, line.counted, pause);
  const next = job.next(state, answer.reply, line.context);
  if (next.do !== "fail") return { kind: "moved", step: next };
  const { error } = next;
  switch (REMEDY[error.kind]) {
    case "again":
      await savePause(out, describe, request, line.counted, error.retryAfterSeconds ?? 1);
      return stop("again", error);
    case "unknown":
      return stop("unknown", error);
    case "renew":
      return { kind: "renew", error };
    case "end":
      await line.end();
      return { kind: "moved", step: next };
    case "refuse":
      return { kind: "moved", step: next };
  }
}

function inLine<T>(step: Step<unknown, T>, error: ProviderError): Sent<T> {
  return { kind: "came", came: { kind: "again", step, error, inLine: true } };
}

/** Long enough for a reply that is on its way to arrive before the write is looked up. */
export function pauseSeconds({ retryAfterSeconds }: ProviderError): number | undefined {
  return retryAfterSeconds === undefined ? undefined : Math.min(Math.max(retryAfterSeconds, 1), 24 * 3_600);
}

export function deadlineIn(timeoutMs: number): number {
  return performance.now() + Math.max(timeoutMs - SECOND_MS / 10, 1);
}

import type { Account } from "./account.ts";
import type { ProviderReply, ProviderRequest } from "./http.ts";
import type { ProviderError } from "./provider-error.ts";

/** An object created at the provider, for cleaning up. */
export interface RemoteRef {
  readonly kind: string;
  readonly id: string;
}

/**
 * A job's next step. Its state is plain data, stored in a row before every write, so that it can be resumed after any
 * interruption with the same result.
 */
export type Step<S, T> =
  | {
      readonly do: "send";
      readonly state: S;
      readonly request: ProviderRequest;
      /** How a write whose answer was lost is looked up, and the state in which that answer is read. A write without it may be sent again. */
      readonly onLost?: { readonly state: S; readonly request: ProviderRequest };
    }
  | {
      readonly do: "wait";
      readonly state: S;
      readonly seconds: number;
      readonly request: ProviderRequest;
      /** As for immediate writes: the answer to a delayed one may be lost as well. */
      readonly onLost?: { readonly state: S; readonly request: ProviderRequest };
    }
  | { readonly do: "done"; readonly value: T }
  | { readonly do: "fail"; readonly error: ProviderError; readonly made: readonly RemoteRef[] };

/** What a job may know about the world: data, including the time. */
export interface JobContext {
  readonly now: string;
  /** Absent for what is done before there is an account. */
  readonly account?: Account;
  /** What the operator settled for the provider, nothing secret. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A piece of work in many calls, as a pure machine. It never waits, throws, or sees a clock or a token. */
export interface Job<I, S, T> {
  start(input: I, ctx: JobContext): Step<S, T>;
  next(state: S, reply: ProviderReply, ctx: JobContext): Step<S, T>;
}

/** A job as the host keeps it: its state is the adapter's own affair. */
// oxlint-disable-next-line typescript/no-explicit-any -- the host passes states through and looks into none
export type AnyJob<I, T> = Job<I, any, T>;

export function fail<S, T>(error: ProviderError, made: readonly RemoteRef[] = []): Step<S, T> {
  return { do: "fail", error, made };
}

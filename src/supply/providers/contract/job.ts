import type { Account } from "./account.ts";
import type { ProviderReply, ProviderRequest } from "./http.ts";
import type { ProviderError } from "./provider-error.ts";

/** An object created at the provider, which may have to be removed. */
export interface RemoteRef {
  readonly kind: string;
  readonly id: string;
}

/**
 * A job's next step. Its state is plain data and is stored before every write, so that the job can be resumed after any
 * interruption with the same result.
 */
export type Step<S, T> =
  | {
      readonly do: "send";
      readonly state: S;
      readonly request: ProviderRequest;
      /**
       * The request that looks up a write whose answer was lost, and the state in which its answer is read. A write
       * without this may simply be sent again.
       */
      readonly onLost?: { readonly state: S; readonly request: ProviderRequest };
    }
  | {
      readonly do: "wait";
      readonly state: S;
      readonly seconds: number;
      readonly request: ProviderRequest;
      /** The same as for an immediate write, because the answer to a delayed one may be lost too. */
      readonly onLost?: { readonly state: S; readonly request: ProviderRequest };
    }
  | { readonly do: "done"; readonly value: T }
  | { readonly do: "fail"; readonly error: ProviderError; readonly made: readonly RemoteRef[] };

/** What a job knows about the world: plain data, including the time. */
export interface JobContext {
  readonly now: string;
  /** Absent for work that is done before there is an account. */
  readonly account?: Account;
  /** The operator's settings for the provider; they contain no secrets. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * A piece of work that takes many calls, as a pure state machine. It never waits or throws, and sees neither a clock
 * nor a token.
 */
export interface Job<I, S, T> {
  start(input: I, ctx: JobContext): Step<S, T>;
  next(state: S, reply: ProviderReply, ctx: JobContext): Step<S, T>;
}

/** A job as the host sees it; only the adapter knows the type of its state. */
// oxlint-disable-next-line typescript/no-explicit-any -- the host passes states through and looks into none
export type AnyJob<I, T> = Job<I, any, T>;

export function fail<S, T>(error: ProviderError, made: readonly RemoteRef[] = []): Step<S, T> {
  return { do: "fail", error, made };
}

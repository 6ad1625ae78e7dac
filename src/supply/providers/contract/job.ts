import type { Account } from "./account.ts";
import type { ProviderReply, ProviderRequest } from "./http.ts";
import type { ProviderError } from "./provider-error.ts";

/** Something that was made at the provider, for whoever cleans up. */
export interface RemoteRef {
  readonly kind: string;
  readonly id: string;
}

/**
 * What a job does next. Its state is plain data: kept in a row before every write, so that whoever goes on from it, after
 * whatever happened, comes to the same end.
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
      /** As of what is sent at once: a write that had to wait may lose its answer as well. */
      readonly onLost?: { readonly state: S; readonly request: ProviderRequest };
    }
  | { readonly do: "done"; readonly value: T }
  | { readonly do: "fail"; readonly error: ProviderError; readonly made: readonly RemoteRef[] };

/** What a job may know of the world: data, the time among it. */
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

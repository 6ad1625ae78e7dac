import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import { fail, type Job, type JobContext, type Step } from "../contract/job.ts";
import type { Result } from "../contract/provider-error.ts";

/** What stands in front of the next request: what was read so far, as plain data. */
interface SequenceState<I, K> {
  readonly index: number;
  readonly input: I;
  readonly known: K;
}

/** One request of a sequence; the same twice is once, so that a lost answer is asked for again. */
export interface Link<I, K> {
  readonly request: (input: I, known: K, ctx: JobContext) => ProviderRequest;
  /** What is known after it. `again` asks the same once more, with what is known now: pages. */
  readonly read: (
    reply: ProviderReply,
    known: K,
    input: I,
    ctx: JobContext,
  ) => Result<{ readonly known: K; readonly again?: boolean; readonly waitSeconds?: number }>;
}

/** Requests one after the other, each with what the ones before brought. */
export function sequence<I, K, T>(
  links: (input: I, known: K) => readonly Link<I, K>[],
  first: (input: I) => K,
  value: (known: K, input: I, ctx: JobContext) => T,
): Job<I, SequenceState<I, K>, T> {
  const enter = (state: SequenceState<I, K>, ctx: JobContext): Step<SequenceState<I, K>, T> => {
    const { index, input, known } = state;
    const link = links(input, known)[index];
    if (!link) return { do: "done", value: value(known, input, ctx) };
    return { do: "send", state, request: link.request(input, known, ctx) };
  };
  return {
    start: (input, ctx) => enter({ index: 0, input, known: first(input) }, ctx),
    next(state, reply, ctx) {
      const { index, input } = state;
      const link = links(input, state.known)[index];
      if (!link) return enter(state, ctx);
      const read = link.read(reply, state.known, input, ctx);
      if (!read.ok) return fail(read.error);
      const { known, again = false, waitSeconds } = read.value;
      const following = { ...state, known, index: again ? index : index + 1 };
      if (waitSeconds === undefined) return enter(following, ctx);
      const step = enter(following, ctx);
      return step.do === "send" ? { ...step, do: "wait", seconds: waitSeconds } : step;
    },
  };
}

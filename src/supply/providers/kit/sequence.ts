import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import { fail, type Job, type JobContext, type RemoteRef, type Step } from "../contract/job.ts";
import type { Result } from "../contract/provider-error.ts";

/** The state before the next request: everything read so far, as plain data. */
interface SequenceState<I, K> {
  readonly index: number;
  readonly input: I;
  readonly known: K;
  /** Set if the next answer is that of the look-up. */
  readonly lost?: true;
}

type Read<I, K> = (
  reply: ProviderReply,
  known: K,
  input: I,
  ctx: JobContext,
) => Result<{
  readonly known: K;
  /**
   * Repeats the request with what is known now, for the next page or for a write that turns out not to have been done;
   * or starts the whole sequence again.
   */
  readonly again?: boolean | "from_start";
  readonly waitSeconds?: number;
  /** Set if the provider says that a write was done before: it is looked up as if its answer had been lost. */
  readonly doubtful?: boolean;
  /** Continues the look-up with its next page. */
  readonly more?: boolean;
}>;

/** One request of a sequence. */
export interface Link<I, K> {
  readonly request: (input: I, known: K, ctx: JobContext) => ProviderRequest;
  /** Returns what is known after the reply. */
  readonly read: Read<I, K>;
  /**
   * How to look up a write whose answer was lost. Without it, the write is simply sent again, because repeating it has
   * no further effect.
   */
  readonly lost?: Pick<Link<I, K>, "request" | "read">;
}

/**
 * A job that makes one request after the other, each with what the earlier ones returned. `made` lists what a failed
 * sequence leaves behind.
 */
export function sequence<I, K, T>(
  links: (input: I, known: K) => readonly Link<I, K>[],
  first: (input: I) => K,
  value: (known: K, input: I, ctx: JobContext) => T,
  made: (known: K) => readonly RemoteRef[] = () => [],
): Job<I, SequenceState<I, K>, T> {
  type State = SequenceState<I, K>;
  const lookUp = (state: State, link: Link<I, K>, ctx: JobContext) =>
    link.lost && {
      state: { ...state, lost: true as const },
      request: link.lost.request(state.input, state.known, ctx),
    };
  const enter = ({ index, input, known }: State, ctx: JobContext): Step<State, T> => {
    const state = { index, input, known };
    const link = links(input, known)[index];
    if (!link) return { do: "done", value: value(known, input, ctx) };
    const onLost = lookUp(state, link, ctx);
    return { do: "send", state, request: link.request(input, known, ctx), ...(onLost && { onLost }) };
  };
  return {
    start: (input, ctx) => enter({ index: 0, input, known: first(input) }, ctx),
    next(state, reply, ctx) {
      const { index, input, lost } = state;
      const link = links(input, state.known)[index];
      if (!link) return enter(state, ctx);
      const read = ((lost && link.lost) || link).read(reply, state.known, input, ctx);
      if (!read.ok) return fail(read.error, made(state.known));
      const { known, again = false, waitSeconds, doubtful = false, more = false } = read.value;
      const found = (lost ? more : doubtful) ? lookUp({ ...state, known }, link, ctx) : undefined;
      if (found) return { do: "send", ...found };
      const following = again === "from_start" ? 0 : again ? index : index + 1;
      const step = enter({ input, known, index: following }, ctx);
      return waitSeconds === undefined || step.do !== "send" ? step : { ...step, do: "wait", seconds: waitSeconds };
    },
  };
}

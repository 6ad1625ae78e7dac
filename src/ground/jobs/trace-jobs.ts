import type { Step, StepInput } from "../kernel/step.ts";
import type { SpanStart, TraceOrigin, Tracing } from "../tracing/index.ts";

/** Stored with a job's input, which has no such field: a step never sees it. */
const ORIGIN = "$trace";

interface Left {
  readonly tracing: Tracing;
  /** Delayed. */
  readonly isLater: boolean;
}

/** Delayed work would make endless traces of polls that enqueue the next one: it gets a separate trace with a link. */
export function withOrigin<I extends StepInput>(input: I, { tracing, isLater }: Left): I {
  const traceparent = tracing.origin();
  if (traceparent === undefined) return input;
  const origin: TraceOrigin = { traceparent, continues: !isLater };
  return { ...input, [ORIGIN]: origin };
}

/** A server with tracing may enqueue jobs for a worker without. */
export function withoutOrigin<I extends StepInput>(data: I): I {
  if (!(ORIGIN in data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== ORIGIN)) as I;
}

export function spanOf({ name }: Step, data: StepInput, requestId: string): SpanStart {
  const origin = ORIGIN in data ? (data[ORIGIN] as TraceOrigin) : undefined;
  return { name: `job ${name}`, kind: "consumer", requestId, origin, attributes: { "interchange.step": name } };
}

import type { Step, StepInput } from "../kernel/step.ts";
import type { SpanStart, TraceOrigin, Tracing } from "../tracing/index.ts";

/** Stored with a job's input, whose schema has no such field, so steps never see it. */
const ORIGIN = "$trace";

interface TracingContext {
  readonly tracing: Tracing;
  /** The job is delayed. */
  readonly isLater: boolean;
}

/** Delayed work gets a trace of its own, with a link, because polls that enqueue the next poll would otherwise form endless traces. */
export function withOrigin<I extends StepInput>(input: I, { tracing, isLater }: TracingContext): I {
  const traceparent = tracing.origin();
  if (traceparent === undefined) return input;
  const origin: TraceOrigin = { traceparent, continues: !isLater };
  return { ...input, [ORIGIN]: origin };
}

/** A server with tracing may enqueue jobs for a worker that has none. */
export function withoutOrigin<I extends StepInput>(data: I): I {
  if (!(ORIGIN in data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== ORIGIN)) as I;
}

export function spanOf({ name }: Step, data: StepInput, requestId: string): SpanStart {
  const origin = ORIGIN in data ? (data[ORIGIN] as TraceOrigin) : undefined;
  return { name: `job ${name}`, kind: "consumer", requestId, origin, attributes: { "interchange.step": name } };
}

import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { openTracing, type Tracing } from "../../src/ground/tracing/index.ts";

/** Tracing whose spans are stored, so that a test can read them. */
export interface Recorder {
  readonly tracing: Tracing;
  spans(): readonly ReadableSpan[];
  /** The spans below a span, at any depth, as paths of names: `a > b > c`. */
  paths(traceId: string): readonly string[];
  forget(): void;
}

export function openRecorder({ takesCallersTraces = true } = {}): Recorder {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const propagator = new W3CTraceContextPropagator();
  const spans = () => exporter.getFinishedSpans();
  return {
    tracing: openTracing(provider.getTracer("test"), { propagator, takesCallersTraces }),
    spans,
    paths(traceId) {
      const inTrace = spans().filter((span) => span.spanContext().traceId === traceId);
      const byId = new Map(inTrace.map((span) => [span.spanContext().spanId, span]));
      const pathOf = (span: ReadableSpan): string => {
        const above = byId.get(span.parentSpanContext?.spanId ?? "");
        return above ? `${pathOf(above)} > ${span.name}` : span.name;
      };
      return inTrace.map(pathOf);
    },
    forget: () => exporter.reset(),
  };
}

import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  type Context,
  createContextKey,
  defaultTextMapGetter,
  defaultTextMapSetter,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapPropagator,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { PublicError } from "../kernel/errors.ts";

/** The origin of work, as stored with a job: immediate work continues its trace, and later work gets a separate trace with a link. */
export interface TraceOrigin {
  readonly traceparent: string;
  readonly continues: boolean;
}

export interface SpanStart {
  /** One of a small number of texts, so it must not contain ids. */
  readonly name: string;
  readonly kind?: "internal" | "server" | "client" | "consumer";
  /** Must contain neither secrets nor values that somebody sent. */
  readonly attributes?: Attributes;
  /** Inherited by every span below; by default, that of the parent span. */
  readonly requestId?: string;
  /** The headers of the caller, which may carry its trace context. */
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly origin?: TraceOrigin | undefined;
  /** Not worth a trace of its own: no span is created outside an open one. */
  readonly onlyInside?: boolean;
}

/** A span that has to be ended by its owner. */
export interface OpenSpan {
  /** Runs something inside the span: spans that are started there become its children. */
  run<T>(work: () => T): T;
  rename(name: string): void;
  end(attributes?: Attributes, failure?: { readonly type: string; readonly isOurs: boolean }): void;
}

/** Measures how long a request, a job or a call took, as OpenTelemetry spans. Costs nothing if tracing is off. */
export interface Tracing {
  readonly isOn: boolean;
  within<T>(span: SpanStart, work: () => Promise<T>): Promise<T>;
  begin(span: SpanStart): OpenSpan;
  /** The current span, for work that is passed on to somebody else. */
  origin(): string | undefined;
}

const NOTHING: OpenSpan = { run: (work) => work(), rename: () => undefined, end: () => undefined };

export const noTracing: Tracing = {
  isOn: false,
  within: (_, work) => work(),
  begin: () => NOTHING,
  origin: () => undefined,
};

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
} as const;

/** Local to this process: a span's parent is found through the asynchronous work in which it was started. */
const contexts = new AsyncLocalStorage<Context>();
const REQUEST_ID = createContextKey("the request's id");

/** The fields that identify the current span in a log line. */
export function spanFields(): Readonly<Record<string, string>> {
  const span = trace.getSpanContext(contexts.getStore() ?? ROOT_CONTEXT);
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}

interface Propagation {
  readonly propagator: TextMapPropagator;
  /** Whether a caller's trace context is trusted. */
  readonly takesCallersTraces: boolean;
}

export function openTracing(tracer: Tracer, { propagator, takesCallersTraces }: Propagation): Tracing {
  const parentOf = ({ headers, origin }: SpanStart): Context => {
    const here = contexts.getStore();
    if (here) return here;
    const carrier =
      (takesCallersTraces ? headers : undefined) ??
      (origin?.continues ? { traceparent: origin.traceparent } : undefined);
    return carrier ? propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter) : ROOT_CONTEXT;
  };
  const linksOf = ({ origin }: SpanStart): Link[] => {
    if (!origin || origin.continues) return [];
    const { traceparent } = origin;
    const context = trace.getSpanContext(propagator.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter));
    return context ? [{ context }] : [];
  };
  const begin = (start: SpanStart): OpenSpan => {
    if (start.onlyInside && !contexts.getStore()) return NOTHING;
    const parent = parentOf(start);
    const requestId = start.requestId ?? (parent.getValue(REQUEST_ID) as string | undefined);
    const attributes = { ...start.attributes, ...(requestId !== undefined && { "interchange.request_id": requestId }) };
    const kind = KINDS[start.kind ?? "internal"];
    const span = tracer.startSpan(start.name, { kind, attributes, links: linksOf(start) }, parent);
    return openSpan(span, trace.setSpan(parent.setValue(REQUEST_ID, requestId), span));
  };
  return {
    isOn: true,
    begin,
    async within(start, work) {
      const span = begin(start);
      try {
        const result = await span.run(work);
        span.end();
        return result;
      } catch (error) {
        span.end({}, { type: typeOf(error), isOurs: !(error instanceof PublicError) || error.status >= 500 });
        throw error;
      }
    },
    origin() {
      const carrier: Record<string, string> = {};
      propagator.inject(contexts.getStore() ?? ROOT_CONTEXT, carrier, defaultTextMapSetter);
      return carrier.traceparent;
    },
  };
}

function openSpan(span: Span, context: Context): OpenSpan {
  return {
    run: (work) => contexts.run(context, work),
    rename: (name) => void span.updateName(name),
    end(attributes = {}, failure) {
      span.setAttributes(attributes);
      if (failure) span.setAttribute("error.type", failure.type);
      // A caller's mistake is an ordinary answer, and its message may quote something secret.
      if (failure?.isOurs) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** A driver's error code says more than the error's class and, unlike the message, never quotes any data. */
function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : error.constructor.name;
}

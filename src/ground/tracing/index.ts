export type { Attributes } from "@opentelemetry/api";
export {
  noTracing,
  type OpenSpan,
  openTracing,
  type SpanStart,
  spanFields,
  type TraceOrigin,
  type Tracing,
} from "./tracing.ts";

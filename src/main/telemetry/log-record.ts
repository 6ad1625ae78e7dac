import { type LogRecord, ROOT_CONTEXT, SeverityNumber, TraceFlags, trace } from "@opentelemetry/api";

/** Pino's levels as severity numbers of OpenTelemetry (logs data model, severity). */
const SEVERITIES: ReadonlyMap<unknown, readonly [SeverityNumber, string]> = new Map([
  [10, [SeverityNumber.TRACE, "TRACE"]],
  [20, [SeverityNumber.DEBUG, "DEBUG"]],
  [30, [SeverityNumber.INFO, "INFO"]],
  [40, [SeverityNumber.WARN, "WARN"]],
  [50, [SeverityNumber.ERROR, "ERROR"]],
  [60, [SeverityNumber.FATAL, "FATAL"]],
]);

/** Converts a log line, in which secrets have already been redacted, with the span in which it was written. */
export function logRecordOf(line: string): LogRecord {
  const { level, time, msg, trace_id: traceId, span_id: spanId, ...attributes } = JSON.parse(line);
  const [severityNumber, severityText] = SEVERITIES.get(level) ?? [SeverityNumber.INFO, "INFO"];
  const isInSpan = typeof traceId === "string" && typeof spanId === "string";
  return {
    severityNumber,
    severityText,
    timestamp: new Date(time),
    body: msg,
    attributes,
    ...(isInSpan && {
      context: trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED }),
    }),
  };
}

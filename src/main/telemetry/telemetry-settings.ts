import { z } from "zod";
import { SettingsError } from "../settings.ts";

type Signal = "traces" | "metrics" | "logs";
type Protocol = "http/protobuf" | "http/json";

/** The variables of the OpenTelemetry specification that we read. The exporters themselves read the OTLP endpoints and headers. */
export interface TelemetrySettings {
  /** The protocol for each signal that is exported. */
  readonly protocols: ReadonlyMap<Signal, Protocol>;
  readonly sampler: { readonly name: SamplerName; readonly ratio: number };
  /** Whether a trace that the caller started is continued. */
  readonly takesCallersTraces: boolean;
  readonly metricsEveryMs: number;
  readonly batches: { readonly traces: Batches; readonly logs: Batches };
}

interface Batches {
  readonly scheduledDelayMillis: number;
  readonly maxQueueSize: number;
  readonly maxExportBatchSize: number;
  readonly exportTimeoutMillis: number;
}

const SAMPLERS = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;
type SamplerName = (typeof SAMPLERS)[number];

const exporter = z.enum(["otlp", "none"], "otlp or none").optional();
const protocol = z.enum(["http/protobuf", "http/json"], "http/protobuf or http/json").optional();
const address = z
  .string()
  .regex(/^https?:\/\//, "an http or https URL, such as http://127.0.0.1:4318")
  .optional();

const Variables = z.object({
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_TRACES_EXPORTER: exporter,
  OTEL_METRICS_EXPORTER: exporter,
  OTEL_LOGS_EXPORTER: exporter,
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_METRICS_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_LOGS_PROTOCOL: protocol,
  OTEL_TRACES_SAMPLER: z.enum(SAMPLERS, `one of ${SAMPLERS.join(", ")}`).default("parentbased_always_on"),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .regex(/^(0(\.\d+)?|1(\.0+)?)$/, "a share from 0 to 1, such as 0.05")
    .default("1"),
  OTEL_PROPAGATORS: z.string().default("tracecontext,baggage"),
  OTEL_METRIC_EXPORT_INTERVAL: wholeNumber(60_000),
  OTEL_BSP_SCHEDULE_DELAY: wholeNumber(5_000),
  OTEL_BSP_EXPORT_TIMEOUT: wholeNumber(30_000),
  OTEL_BSP_MAX_QUEUE_SIZE: wholeNumber(2_048),
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: wholeNumber(512),
  OTEL_BLRP_SCHEDULE_DELAY: wholeNumber(1_000),
  OTEL_BLRP_EXPORT_TIMEOUT: wholeNumber(30_000),
  OTEL_BLRP_MAX_QUEUE_SIZE: wholeNumber(2_048),
  OTEL_BLRP_MAX_EXPORT_BATCH_SIZE: wholeNumber(512),
});
type Variables = z.output<typeof Variables>;

/** Undefined if nothing is exported. An empty variable counts as not set. Throws `SettingsError`. */
export function readTelemetrySettings(
  variables: Readonly<Record<string, string | undefined>>,
): TelemetrySettings | undefined {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  if (given.OTEL_SDK_DISABLED?.toLowerCase() === "true") return undefined;
  const { data, error } = Variables.safeParse(given);
  if (error) {
    const complaints = error.issues.map(
      ({ path: [name], message }) =>
        `${String(name)} is ${JSON.stringify(given[String(name)])}: it must be ${message}.`,
    );
    throw new SettingsError(complaints.join("\n"));
  }
  const protocols = protocolsOf(data);
  return protocols.size === 0 ? undefined : { protocols, ...meaningOf(data) };
}

/**
 * Traces and metrics are exported if an endpoint or an exporter is set; logs only on explicit request, because they may be collected in
 * other ways.
 */
function protocolsOf(env: Variables): Map<Signal, Protocol> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_PROTOCOL: usual = "http/protobuf" } = env;
  const sent = {
    traces: env.OTEL_TRACES_EXPORTER ?? exporterAt(all ?? env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT),
    metrics: env.OTEL_METRICS_EXPORTER ?? exporterAt(all ?? env.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT),
    logs: env.OTEL_LOGS_EXPORTER ?? exporterAt(env.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT),
  };
  const written = {
    traces: env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL,
    metrics: env.OTEL_EXPORTER_OTLP_METRICS_PROTOCOL,
    logs: env.OTEL_EXPORTER_OTLP_LOGS_PROTOCOL,
  };
  const signals = (["traces", "metrics", "logs"] as const).filter((signal) => sent[signal] === "otlp");
  return new Map(signals.map((signal) => [signal, written[signal] ?? usual]));
}

function exporterAt(url: string | undefined): "otlp" | "none" {
  return url === undefined ? "none" : "otlp";
}

function meaningOf(env: Variables): Omit<TelemetrySettings, "protocols"> {
  return {
    sampler: { name: env.OTEL_TRACES_SAMPLER, ratio: Number(env.OTEL_TRACES_SAMPLER_ARG) },
    takesCallersTraces: env.OTEL_PROPAGATORS.split(",").some((name) => name.trim() === "tracecontext"),
    metricsEveryMs: env.OTEL_METRIC_EXPORT_INTERVAL,
    batches: {
      traces: {
        scheduledDelayMillis: env.OTEL_BSP_SCHEDULE_DELAY,
        maxQueueSize: env.OTEL_BSP_MAX_QUEUE_SIZE,
        maxExportBatchSize: env.OTEL_BSP_MAX_EXPORT_BATCH_SIZE,
        exportTimeoutMillis: env.OTEL_BSP_EXPORT_TIMEOUT,
      },
      logs: {
        scheduledDelayMillis: env.OTEL_BLRP_SCHEDULE_DELAY,
        maxQueueSize: env.OTEL_BLRP_MAX_QUEUE_SIZE,
        maxExportBatchSize: env.OTEL_BLRP_MAX_EXPORT_BATCH_SIZE,
        exportTimeoutMillis: env.OTEL_BLRP_EXPORT_TIMEOUT,
      },
    },
  };
}

function wholeNumber(usual: number) {
  return z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "a whole number")
    .transform(Number)
    .default(usual);
}

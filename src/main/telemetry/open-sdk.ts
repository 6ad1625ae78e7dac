import { setTimeout as sleep } from "node:timers/promises";
import { setGlobalErrorHandler, W3CTraceContextPropagator } from "@opentelemetry/core";
import * as logsAsJson from "@opentelemetry/exporter-logs-otlp-http";
import * as logsAsProtobuf from "@opentelemetry/exporter-logs-otlp-proto";
import * as metricsAsJson from "@opentelemetry/exporter-metrics-otlp-http";
import * as metricsAsProtobuf from "@opentelemetry/exporter-metrics-otlp-proto";
import * as tracesAsJson from "@opentelemetry/exporter-trace-otlp-http";
import * as tracesAsProtobuf from "@opentelemetry/exporter-trace-otlp-proto";
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BatchLogRecordProcessor, LoggerProvider } from "@opentelemetry/sdk-logs";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { noTracing, openTracing } from "../../ground/tracing/index.ts";
import { RELEASE } from "../../platform/installation/index.ts";
import { logRecordOf } from "./log-record.ts";
import { producerOf } from "./otlp-metrics.ts";
import type { Telemetry, TelemetryInput } from "./telemetry.ts";
import type { TelemetrySettings } from "./telemetry-settings.ts";

const SCOPE = "interchange";
const MOST_TO_SEND_MS = 5_000;
const LOG_EVERY_MS = 60_000;

/** Imported only if something is exported, so that other installations neither load the SDK nor wait for it. */
export function openSdk(settings: TelemetrySettings): Telemetry {
  const resource = resourceOf();
  const traces = tracesOf(settings, resource);
  const logs = logsOf(settings, resource);
  let metrics: MeterProvider | undefined;
  return {
    tracing: traces?.tracing ?? noTracing,
    takeLine: logs?.takeLine,
    watch(watched) {
      logErrors(watched);
      metrics = metricsOf(settings, resource, watched);
    },
    async close() {
      const sent = Promise.allSettled([traces?.provider.shutdown(), metrics?.shutdown(), logs?.provider.shutdown()]);
      // The receiver of the last export may be unavailable, which must not prevent the process from exiting.
      await Promise.race([sent, sleep(MOST_TO_SEND_MS, undefined, { ref: false })]);
    },
  };
}

/** Identifies the service; nothing about the machine or the command line is sent. */
function resourceOf(): Resource {
  const own = resourceFromAttributes({ "service.name": SCOPE, "service.version": RELEASE });
  return defaultResource()
    .merge(own)
    .merge(detectResources({ detectors: [envDetector] }));
}

function tracesOf({ protocols, sampler, takesCallersTraces, batches }: TelemetrySettings, resource: Resource) {
  const protocol = protocols.get("traces");
  if (!protocol) return undefined;
  const { OTLPTraceExporter } = protocol === "http/json" ? tracesAsJson : tracesAsProtobuf;
  const exporter = new OTLPTraceExporter();
  const provider = new TracerProvider({
    resource,
    sampler: samplerOf(sampler),
    spanProcessors: [new BatchSpanProcessor({ exporter, ...batches.traces })],
  });
  const propagator = new W3CTraceContextPropagator();
  return { provider, tracing: openTracing(provider.getTracer(SCOPE, RELEASE), { propagator, takesCallersTraces }) };
}

function samplerOf({ name, ratio }: TelemetrySettings["sampler"]): Sampler {
  const root = ROOTS[name.replace("parentbased_", "")]?.(ratio) ?? new AlwaysOnSampler();
  return name.startsWith("parentbased_") ? new ParentBasedSampler({ root }) : root;
}

const ROOTS: Readonly<Record<string, (ratio: number) => Sampler>> = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (ratio) => new TraceIdRatioBasedSampler(ratio),
};

function logsOf({ protocols, batches }: TelemetrySettings, resource: Resource) {
  const protocol = protocols.get("logs");
  if (!protocol) return undefined;
  const { OTLPLogExporter } = protocol === "http/json" ? logsAsJson : logsAsProtobuf;
  const processors = [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter(), ...batches.logs })];
  const provider = new LoggerProvider({ resource, processors });
  const logger = provider.getLogger(SCOPE, RELEASE);
  return { provider, takeLine: (line: string) => logger.emit(logRecordOf(line)) };
}

function metricsOf(
  { protocols, metricsEveryMs }: TelemetrySettings,
  resource: Resource,
  { readMetrics }: TelemetryInput,
) {
  const protocol = protocols.get("metrics");
  if (!protocol) return undefined;
  const { OTLPMetricExporter } = protocol === "http/json" ? metricsAsJson : metricsAsProtobuf;
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(),
    exportIntervalMillis: metricsEveryMs,
    exportTimeoutMillis: Math.min(metricsEveryMs, 30_000),
    metricProducers: [producerOf(readMetrics, resource)],
  });
  return new MeterProvider({ resource, readers: [reader] });
}

/** An unavailable collector is logged once a minute, and affects no request. */
function logErrors({ log }: TelemetryInput): void {
  let loggedAt = Number.NEGATIVE_INFINITY;
  setGlobalErrorHandler((error) => {
    const now = performance.now();
    if (now - loggedAt < LOG_EVERY_MS) return;
    loggedAt = now;
    const reason = error instanceof Error ? error.message : "unknown";
    log.warn({ reason }, "telemetry could not be sent: see OTEL_EXPORTER_OTLP_ENDPOINT");
  });
}

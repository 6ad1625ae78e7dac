import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { serve, UNUSED_ORIGIN } from "../../src/ground/outbound/outbound.fixture.ts";
import { readTelemetrySettings } from "../../src/main/telemetry/telemetry-settings.ts";

const ROOT = join(import.meta.dirname, "../..");
const PATIENCE_MS = 120_000;

/** Runs the fixture with only these variables; returns its log, and the modules of OpenTelemetry that it loaded. */
async function run(variables: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  const args = ["bin/run.mjs", "test/telemetry/telemetry.fixture.ts"];
  const env = { PATH, HOME, ...variables };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    cwd: ROOT,
    env,
    timeout: PATIENCE_MS,
  });
  const line = stdout.split("\n").find((text) => text.includes("answered")) ?? "";
  return { line: JSON.parse(line), loaded: JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as string[] };
}

interface Posted {
  readonly contentType: string | undefined;
  readonly authorization: string | undefined;
  readonly body: Buffer;
}

/** A collector that accepts OTLP over HTTP, and stores what was posted to each path. */
async function openCollector() {
  const posted = new Map<string, Posted>();
  const origin = await serve((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => void parts.push(part));
    request.on("end", () => {
      const { "content-type": contentType, authorization } = request.headers;
      posted.set(request.url ?? "", { contentType, authorization, body: Buffer.concat(parts) });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads the answer as it hopes it is
  const json = (path: string): any => JSON.parse(posted.get(path)?.body.toString() ?? "null");
  return { origin, posted, json };
}

test("without its variables nothing of the SDK is loaded, and log lines do not mention spans", {
  timeout: PATIENCE_MS,
}, async () => {
  const { line, loaded } = await run({ OTEL_SERVICE_NAME: "market" });
  expect(loaded).toEqual(["@opentelemetry/api"]);
  expect(line).not.toHaveProperty("trace_id");
});

test("traces, metrics and log arrive at a collector under the configured name", {
  timeout: PATIENCE_MS,
}, async () => {
  const collector = await openCollector();
  const { line, loaded } = await run({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_EXPORTER_OTLP_HEADERS: "authorization=Bearer%20collector-key",
    OTEL_LOGS_EXPORTER: "otlp",
    OTEL_SERVICE_NAME: "market",
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test",
  });
  expect(loaded).toContain("@opentelemetry/sdk-trace");
  expect(collector.posted.get("/v1/traces")?.authorization).toBe("Bearer collector-key");

  const [traces] = collector.json("/v1/traces").resourceSpans;
  const [span] = traces.scopeSpans[0].spans;
  expect(span).toMatchObject({ name: "asked", traceId: line.trace_id, spanId: line.span_id });
  const resource = traces.resource.attributes;
  expect(resource).toContainEqual({ key: "service.name", value: { stringValue: "market" } });
  expect(resource).toContainEqual({ key: "deployment.environment.name", value: { stringValue: "test" } });

  const [record] = collector.json("/v1/logs").resourceLogs[0].scopeLogs[0].logRecords;
  expect(record).toMatchObject({ traceId: line.trace_id, spanId: line.span_id, body: { stringValue: "answered" } });
  expect(JSON.stringify(record)).not.toContain("hunter2");

  const { metrics } = collector.json("/v1/metrics").resourceMetrics[0].scopeMetrics[0];
  const [point] = metrics[0].histogram.dataPoints;
  expect(metrics[0].name).toBe("interchange_request_seconds");
  expect(point).toMatchObject({ count: 6, sum: 9.5, explicitBounds: [0.1, 1], bucketCounts: [2, 3, 1] });
});

test("protobuf is sent by default, and only the signals that were requested", {
  timeout: PATIENCE_MS,
}, async () => {
  const collector = await openCollector();
  await run({ OTEL_TRACES_EXPORTER: "otlp", OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.origin}/traces` });
  expect([...collector.posted.keys()]).toEqual(["/traces"]);
  expect(collector.posted.get("/traces")?.contentType).toBe("application/x-protobuf");
});

test("a sampler that takes none sends none, and an unavailable collector does not delay the exit", {
  timeout: PATIENCE_MS,
}, async () => {
  const collector = await openCollector();
  await run({
    OTEL_TRACES_EXPORTER: "otlp",
    OTEL_TRACES_SAMPLER: "always_off",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
    OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: UNUSED_ORIGIN,
  });
  expect([...collector.posted.keys()]).toEqual([]);
});

test("if it is switched off, all other variables have no effect", () => {
  const all = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318", OTEL_LOGS_EXPORTER: "otlp" };
  expect(readTelemetrySettings({ ...all, OTEL_SDK_DISABLED: "true" })).toBeUndefined();
  expect([...(readTelemetrySettings(all)?.protocols.keys() ?? [])]).toEqual(["traces", "metrics", "logs"]);
  expect([...(readTelemetrySettings({ ...all, OTEL_TRACES_EXPORTER: "none" })?.protocols.keys() ?? [])]).toEqual([
    "metrics",
    "logs",
  ]);
});

test("an invalid variable prevents the server from starting, with a sentence", () => {
  const wrong = { OTEL_TRACES_EXPORTER: "zipkin", OTEL_EXPORTER_OTLP_PROTOCOL: "grpc", OTEL_TRACES_SAMPLER_ARG: "5%" };
  expect(() => readTelemetrySettings(wrong)).toThrow(
    [
      'OTEL_TRACES_EXPORTER is "zipkin": it must be otlp or none.',
      'OTEL_EXPORTER_OTLP_PROTOCOL is "grpc": it must be http/protobuf or http/json.',
      'OTEL_TRACES_SAMPLER_ARG is "5%": it must be a share from 0 to 1, such as 0.05.',
    ].join("\n"),
  );
});

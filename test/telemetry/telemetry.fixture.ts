import { registerHooks } from "node:module";

/**
 * A process with the whole server in its import graph, which opens its telemetry as its variables say, does one thing, and prints which
 * parts of OpenTelemetry were loaded.
 */
const loaded = new Set<string>();
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const [, name] = /node_modules\/(@opentelemetry\/[^/]+)\//.exec(resolved.url) ?? [];
    if (name) loaded.add(name);
    return resolved;
  },
});

const { openTelemetry } = await import("../../src/main/telemetry/open-telemetry.ts");
const { openLog } = await import("../../src/main/log.ts");
await import("../../src/main/serve.ts");

const telemetry = await openTelemetry(process.env);
const log = openLog({ level: "info", format: "json" }, telemetry);
const bucket = (le: number | string, value: number) => ({
  labels: { operation: "listBuys", le },
  value,
  metricName: "interchange_request_seconds_bucket",
});
const ofAll = (ending: string, value: number) => ({
  labels: { operation: "listBuys" },
  value,
  metricName: `interchange_request_seconds_${ending}`,
});
const figure = {
  name: "interchange_request_seconds",
  help: "How long requests take",
  type: "histogram",
  values: [bucket(0.1, 2), bucket(1, 5), bucket("+Inf", 6), ofAll("sum", 9.5), ofAll("count", 6)],
};
// prom-client types its return values like its internal ones.
telemetry.watch({ log, readMetrics: async () => [figure as never] });
await telemetry.tracing.within({ name: "asked", requestId: "req_1" }, async () =>
  log.info({ requestId: "req_1", password: "hunter2" }, "answered"),
);
await telemetry.close();
process.stderr.write(`${JSON.stringify([...loaded].toSorted())}\n`);
process.exit();

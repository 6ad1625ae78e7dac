import { registerHooks } from "node:module";

/**
 * A process with the whole server in its import graph, which opens its telemetry as its variables say, does one thing, and
 * prints which parts of OpenTelemetry were loaded.
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

const { openTelemetry } = await import("../../src/main/telemetry/telemetry.ts");
const { openLog } = await import("../../src/main/log.ts");
await import("../../src/main/serve.ts");

const telemetry = await openTelemetry(process.env);
const log = openLog({ level: "info", format: "json" }, telemetry);
telemetry.watch({
  log,
  readMetrics: async () => [
    {
      name: "interchange_request_seconds",
      help: "How long requests take",
      // prom-client says "histogram" and types it as a number.
      type: "histogram" as never,
      aggregator: "sum",
      values: [
        { labels: { operation: "listBuys", le: 0.1 }, value: 2, metricName: "interchange_request_seconds_bucket" },
        { labels: { operation: "listBuys", le: 1 }, value: 5, metricName: "interchange_request_seconds_bucket" },
        { labels: { operation: "listBuys", le: "+Inf" }, value: 6, metricName: "interchange_request_seconds_bucket" },
        { labels: { operation: "listBuys" }, value: 9.5, metricName: "interchange_request_seconds_sum" },
        { labels: { operation: "listBuys" }, value: 6, metricName: "interchange_request_seconds_count" },
      ],
    },
  ],
});
await telemetry.tracing.within({ name: "asked", requestId: "req_1" }, async () =>
  log.info({ requestId: "req_1", password: "hunter2" }, "answered"),
);
await telemetry.close();
console.error(JSON.stringify([...loaded].toSorted()));
process.exit();

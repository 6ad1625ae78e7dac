import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Jobs } from "../../ground/jobs/index.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { gaugesOf } from "./gauges.ts";

const BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** `/metrics` in Prometheus' text format: requests by operation and status, jobs by step, and the process itself. */
export function mountMetrics(app: FastifyInstance, { jobs, host }: { jobs: Jobs; host: Host }): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "interchange_request_seconds",
    help: "How long requests take",
    labelNames: ["operation", "status"],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  for (const gauge of gaugesOf(jobs, host)) registry.registerMetric(gauge);

  app.addHook("onResponse", async (request, reply) => {
    if (!request.noted) return;
    const { operation, answered: status = reply.statusCode } = request.noted;
    requests.observe({ operation, status }, reply.elapsedTime / 1000);
  });
  app.get("/metrics", async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { BackgroundTasks } from "../../ground/jobs/background-tasks.ts";
import type { Jobs } from "../../ground/jobs/index.ts";

const BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** `/metrics` in Prometheus' text format: requests by operation and status, jobs by step, and the process itself. */
export function mountMetrics(
  app: FastifyInstance,
  { jobs, backgroundTasks }: { jobs: Jobs; backgroundTasks: BackgroundTasks },
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "interchange_request_seconds",
    help: "How long requests take",
    labelNames: ["operation", "status"],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  const depth = new Gauge({
    name: "interchange_jobs",
    help: "Jobs that wait and run; those of dead-letters wait for a person",
    labelNames: ["step", "state"],
    registers: [],
    async collect() {
      this.reset();
      for (const { step, waiting, active } of await jobs.depths()) {
        this.set({ step, state: "waiting" }, waiting);
        this.set({ step, state: "active" }, active);
      }
    },
  });

  const lost = new Gauge({
    name: "interchange_background_tasks_lost",
    help: "What was to be written down of an answer after it was given, and was not",
    registers: [],
    collect() {
      this.set(backgroundTasks.lost);
    },
  });

  registry.registerMetric(depth);
  registry.registerMetric(lost);

  app.addHook("onResponse", async (request, reply) => {
    if (!request.noted) return;
    const { operation, answered: status = reply.statusCode } = request.noted;
    requests.observe({ operation, status }, reply.elapsedTime / 1000);
  });
  app.get("/metrics", async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

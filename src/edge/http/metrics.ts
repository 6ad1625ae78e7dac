import { createHash, timingSafeEqual } from "node:crypto";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { collectDefaultMetrics, Histogram, type MetricObjectWithValues, type MetricValue, Registry } from "prom-client";
import type { Figure } from "../../ground/areas/area.ts";
import type { Jobs } from "../../ground/jobs/index.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { gaugesOf } from "./gauges.ts";

const BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Every metric with its values, for exporters. */
export type ReadMetrics = () => Promise<readonly MetricObjectWithValues<MetricValue<string>>[]>;

/**
 * The metrics: requests by operation and status, calls of sellers, jobs by step, the areas' counts, and the process
 * itself.
 */
export function measure(
  app: FastifyInstance,
  { jobs, host, figures }: { jobs: Jobs; host: Host; figures: readonly Figure[] },
): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "interchange_request_seconds",
    help: "How long requests take",
    labelNames: ["operation", "status"],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  const calls = new Histogram({
    name: "interchange_seller_call_seconds",
    help: "How long calls to the agents behind sources take, by kind of agent and outcome",
    labelNames: ["kind", "call", "outcome"],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  for (const gauge of gaugesOf(jobs, host, figures)) registry.registerMetric(gauge);

  host.sellerCalls.onCall(({ kind, call, outcome, seconds }) => calls.observe({ kind, call, outcome }, seconds));
  app.addHook("onResponse", ({ noted }, reply, next) => {
    if (noted) {
      const { operation, answered: status = reply.statusCode } = noted;
      requests.observe({ operation, status }, reply.elapsedTime / 1000);
    }
    next();
  });
  return registry;
}

/** `/metrics` in Prometheus' text format. If a token is set, readers need it. */
export function mountMetrics(app: FastifyInstance, registry: Registry, token: string | null): void {
  app.get("/metrics", async (request, reply) => {
    if (token !== null && !brings(request, token)) return refuse(reply);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** The page as a separate application, for a port that only Prometheus can reach. */
export function metricsApp(registry: Registry, token: string | null): FastifyInstance {
  const app = Fastify({ logger: false, requestTimeout: 10_000 });
  mountMetrics(app, registry, token);
  return app;
}

/** Digests are compared because they have the same length, so that the duration reveals nothing. */
function brings({ headers: { authorization = "" } }: FastifyRequest, token: string): boolean {
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function refuse(reply: FastifyReply): FastifyReply {
  const message = "the metrics require a token: send METRICS_TOKEN as Authorization: Bearer";
  return reply.code(401).header("www-authenticate", "Bearer").type("text/plain").send(`${message}\n`);
}

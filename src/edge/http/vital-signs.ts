import type { FastifyInstance } from "fastify";
import type { Availability, Condition } from "../../ground/db/connection/index.ts";
import type { Database } from "../../ground/db/index.ts";
import type { Jobs } from "../../ground/jobs/index.ts";
import type { Clock } from "../../ground/kernel/clock.ts";

export interface VitalSigns {
  readonly database: Database;
  readonly availability: Availability;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly version: string;
  readonly commitSha: string | null;
}

/** The answer to `GET /health`. */
export interface Health {
  readonly status: "ok" | "degraded";
  readonly version: string;
  readonly commitSha: string;
  readonly inFlightJobs: number;
  readonly services: { readonly database: Condition };
  /** What is wrong and what still works; null if nothing is wrong. */
  readonly reason: string | null;
  readonly timestamp: string;
}

export async function healthOf(signs: VitalSigns): Promise<Health> {
  const { jobs, clock, version, commitSha } = signs;
  const condition = await conditionOf(signs);
  return {
    status: condition === "ok" ? "ok" : "degraded",
    version,
    commitSha: commitSha ?? "unknown",
    inFlightJobs: jobs.inFlight(),
    services: { database: condition },
    reason: REASON[condition],
    timestamp: clock.now().toISOString(),
  };
}

/** `/health` with Interchange's answer, and `/livez` (the process is running) and `/readyz` (it can serve) for orchestrators. */
export function mountVitalSigns(app: FastifyInstance, signs: VitalSigns): void {
  app.get("/livez", async () => ({ status: "ok" }));

  app.get("/readyz", async (_, reply) => {
    // With a full disk, it can still serve reads.
    const up = (await conditionOf(signs)) !== "unreachable";
    if (!up) reply.header("retry-after", RETRY_AFTER_SECONDS);
    return reply.code(up ? 200 : 503).send({ status: up ? "ok" : "unavailable", waitingFor: up ? null : "database" });
  });

  app.get("/health", async (_, reply) => {
    const health = await healthOf(signs);
    return reply.code(health.status === "ok" ? 200 : 503).send(health);
  });
}

const RETRY_AFTER_SECONDS = 5;

const REASON: Readonly<Record<Condition, string | null>> = {
  ok: null,
  full: "the database's disk is full: reads still work, writes are refused until there is room",
  unreachable: "the database is unavailable: requests are refused until it is back",
};

async function conditionOf({ database, availability }: VitalSigns): Promise<Condition> {
  return database.ping().then(
    () => availability.condition(),
    () => "unreachable",
  );
}

import type { FastifyInstance } from "fastify";
import type { Database } from "../../ground/db/index.ts";
import type { Jobs } from "../../ground/jobs/index.ts";
import type { Clock } from "../../ground/kernel/clock.ts";

export interface VitalSigns {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly version: string;
  readonly commitSha: string | null;
}

/** As `GET /health` answers it. */
export interface Health {
  readonly status: "ok" | "degraded";
  readonly version: string;
  readonly commitSha: string;
  readonly inFlightJobs: number;
  readonly services: { readonly database: "ok" | "unreachable" };
  readonly timestamp: string;
}

export async function healthOf({ database, jobs, clock, version, commitSha }: VitalSigns): Promise<Health> {
  const up = await isUp(database);
  return {
    status: up ? "ok" : "degraded",
    version,
    commitSha: commitSha ?? "unknown",
    inFlightJobs: jobs.inFlight(),
    services: { database: up ? "ok" : "unreachable" },
    timestamp: clock.now().toISOString(),
  };
}

/** `/health` as Interchange answers it; `/livez` (the process runs) and `/readyz` (it can serve) for whoever restarts it. */
export function mountVitalSigns(app: FastifyInstance, signs: VitalSigns): void {
  app.get("/livez", async () => ({ status: "ok" }));

  app.get("/readyz", async (_, reply) => {
    const up = await isUp(signs.database);
    return reply.code(up ? 200 : 503).send({ status: up ? "ok" : "unavailable", waitingFor: up ? null : "database" });
  });

  app.get("/health", async (_, reply) => {
    const health = await healthOf(signs);
    return reply.code(health.status === "ok" ? 200 : 503).send(health);
  });
}

function isUp(database: Database): Promise<boolean> {
  return database.ping().then(
    () => true,
    () => false,
  );
}

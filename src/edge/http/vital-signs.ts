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

/** `/health` as Interchange answers it; `/livez` (the process runs) and `/readyz` (it can serve) for whoever restarts it. */
export function mountVitalSigns(app: FastifyInstance, { database, jobs, clock, version, commitSha }: VitalSigns): void {
  const databaseIsUp = () =>
    database.ping().then(
      () => true,
      () => false,
    );

  app.get("/livez", async () => ({ status: "ok" }));

  app.get("/readyz", async (_, reply) => {
    const up = await databaseIsUp();
    return reply.code(up ? 200 : 503).send({ status: up ? "ok" : "unavailable", waitingFor: up ? null : "database" });
  });

  app.get("/health", async (_, reply) => {
    const up = await databaseIsUp();
    return reply.code(up ? 200 : 503).send({
      status: up ? "ok" : "degraded",
      version,
      commitSha: commitSha ?? "unknown",
      inFlightJobs: jobs.inFlight(),
      services: { database: up ? "ok" : "unreachable" },
      timestamp: clock.now().toISOString(),
    });
  });
}

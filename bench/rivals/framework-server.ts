import { getTestCohort } from "../../src/demand/advertisers/test-cohorts/buyer-api.ts";
import { newApp } from "../../src/edge/http/app.ts";
import { success } from "../../src/edge/http/envelope.ts";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { systemRandom } from "../../src/ground/kernel/random.ts";

/** Only the framework: our Fastify with its request ids, hooks and envelope, but no database access. */
const app = newApp({
  log: silentLog,
  random: systemRandom,
  publicUrl: "http://localhost",
  bodyLimitBytes: 1_048_576,
  trustProxy: false,
  connections: { requestMs: 60_000, headersMs: 60_000, keepAliveMs: 60_000, most: 10_000 },
});
const example: unknown = JSON.parse(process.env.BENCH_EXAMPLE ?? "{}");

app.get("/api/v2/buyer/nothing/:id", async (request, reply) =>
  reply.send(success(getTestCohort, example, request.query, { requestId: request.id, replayed: false })),
);
await app.listen({ host: "127.0.0.1", port: 0 });
process.send?.(app.server.address());

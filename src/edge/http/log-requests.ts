import type { FastifyInstance } from "fastify";
import { after } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import type { RequestLog } from "../../platform/request-log/index.ts";

/** Reading the log must not itself be logged. */
const UNLOGGED: ReadonlySet<string> = new Set(["listRequests"]);

/** An organisation can read its own requests: each is noted once it is answered. */
export function logRequests(app: FastifyInstance, { clock }: Pick<Host, "clock">, log: RequestLog): void {
  app.addHook("onResponse", async ({ noted, method, url, id: requestId }, { statusCode, elapsedTime }) => {
    if (noted?.viewer === undefined || UNLOGGED.has(noted.operation)) return;
    const { operation, tool = null, answered: status = statusCode, viewer } = noted;
    const { customerId, userId, key, applicationId = null, acting } = viewer;
    const durationMs = Math.round(elapsedTime);
    const by = { userId, apiKeyId: key?.apiKeyId ?? null, applicationId, actingGrantId: acting?.grantId ?? null };
    const asked = { requestId, at: after(clock.now(), -durationMs), method, path: url.split("?")[0] ?? "" };
    log.note({ customerId, ...asked, operation, tool, status, durationMs, ...by });
  });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { after, type Clock } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import type { LoggedRequest, RequestLog } from "../../platform/request-log/index.ts";
import { pathOf, type RequestNotes } from "./app.ts";

/** Reading the log must not itself be logged. */
const UNLOGGED: ReadonlySet<string> = new Set(["listRequests"]);

/** Lets an organisation read its own requests: each one is recorded after it was answered. */
export function logRequests(app: FastifyInstance, { clock }: Pick<Host, "clock">, log: RequestLog): void {
  app.addHook("onResponse", (request, reply, next) => {
    const line = lineOf(request, reply, clock);
    if (line) log.note(line);
    next();
  });
}

function lineOf(
  { noted, method, url, id: requestId }: FastifyRequest,
  { statusCode, elapsedTime }: FastifyReply,
  clock: Clock,
): LoggedRequest | undefined {
  const asker = noted && askerOf(noted);
  if (!noted || !asker || UNLOGGED.has(noted.operation)) return undefined;
  const { operation, tool = null, answered: status = statusCode } = noted;
  const durationMs = Math.round(elapsedTime);
  const at = after(clock.now(), -durationMs);
  return { requestId, at, method, path: pathOf(url), operation, tool, status, durationMs, ...asker };
}

type CallerIds = Pick<
  LoggedRequest,
  "customerId" | "userId" | "apiKeyId" | "callerKeyId" | "applicationId" | "actingGrantId"
>;

/** The organisation in whose log the request is recorded, and its caller there; undefined for a request that belongs to nobody. */
function askerOf({ viewer, callerKey }: RequestNotes): CallerIds | undefined {
  if (callerKey) return { ...callerKey, userId: null, apiKeyId: null, applicationId: null, actingGrantId: null };
  if (!viewer) return undefined;
  const { customerId, userId, key, applicationId = null, acting } = viewer;
  const ids = { apiKeyId: key?.apiKeyId ?? null, applicationId, actingGrantId: acting?.grantId ?? null };
  return { customerId, userId, callerKeyId: null, ...ids };
}

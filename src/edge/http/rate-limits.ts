import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import type pg from "pg";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { RateLimited } from "../../ground/kernel/errors.ts";

type LimitClass = "general" | "sign_up" | "sign_in";

export interface RateLimitSettings {
  /** Requests per minute from one address, and from one organisation, over all processes. */
  readonly perAddress: number;
  readonly perOrganisation: number;
  /** Sign-ups per hour and sign-ins per 15 minutes from one address, counted exactly over all processes. */
  readonly signUp: number;
  readonly signIn: number;
  /** Sign-ups per hour through one join link, from any address; also exact. */
  readonly signUpPerLink: number;
  /** The number of processes that share the general limits; each counts its share in memory. */
  readonly processes: number;
}

export interface RateLimits {
  /** Counts a request; sets the `RateLimit-*` headers (draft-7); throws `RateLimited` past the limit. */
  countAddress(address: string, limit: LimitClass, reply: FastifyReply): Promise<void>;
  countOrganisation(customerId: number, reply: FastifyReply): Promise<void>;
  /** Applies to an outside buyer the limits that our own buyers have through their organisations. */
  countCaller(principal: string, reply: FastifyReply): Promise<void>;
  /** Counts a sign-up through a join link, whatever its slug. */
  countLink(slug: string, reply: FastifyReply): Promise<void>;
}

const MINUTE_SECONDS = 60;

/** Probes by whatever restarts or monitors this process are not limited. */
const UNCOUNTED: ReadonlySet<string | undefined> = new Set(["/livez", "/readyz", "/health", "/metrics"]);

/** Counts every request against its address before anything else, so that every answer states what is left. */
export function countRequests(app: FastifyInstance, limits: RateLimits): void {
  app.addHook("onRequest", async (request, reply) => {
    if (!UNCOUNTED.has(request.routeOptions.url)) await limits.countAddress(request.ip, "general", reply);
  });
}

/** `pool` is for the strict limits, on which several processes must agree; migration 0002 creates the table. */
export function openRateLimits(settings: RateLimitSettings, pool: pg.Pool): RateLimits {
  const share = (points: number) => Math.max(1, Math.floor(points / settings.processes));
  const memory = (name: string, points: number) =>
    new RateLimiterMemory({ keyPrefix: name, points: share(points), duration: MINUTE_SECONDS });
  const exact = (name: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: "rate_limits",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration,
    });
  const byAddress: Record<LimitClass, RateLimiterAbstract> = {
    general: memory("address", settings.perAddress),
    sign_up: exact("sign-up", settings.signUp, 60 * MINUTE_SECONDS),
    sign_in: exact("sign-in", settings.signIn, 15 * MINUTE_SECONDS),
  };
  const byLink = exact("sign-up-link", settings.signUpPerLink, 60 * MINUTE_SECONDS);
  const byOrganisation = memory("organisation", settings.perOrganisation);
  return {
    countAddress: (address, limit, reply) => count(byAddress[limit], address, reply),
    countOrganisation: (customerId, reply) => count(byOrganisation, String(customerId), reply),
    countCaller: (principal, reply) => count(byOrganisation, principal, reply),
    countLink: (slug, reply) => count(byLink, createHash("sha256").update(slug).digest("hex"), reply),
  };
}

async function count(limiter: RateLimiterAbstract, key: string, reply: FastifyReply): Promise<void> {
  try {
    announce(limiter.points, await limiter.consume(key), reply);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    announce(limiter.points, refused, reply);
    throw new RateLimited(secondsOf(refused));
  }
}

/** The headers describe the tightest of the limits that were counted. */
function announce(limit: number, { remainingPoints, msBeforeNext }: RateLimiterRes, reply: FastifyReply): void {
  const reported = reply.getHeader("ratelimit-remaining");
  if (reported !== undefined && Number(reported) <= remainingPoints) return;
  reply.header("ratelimit-limit", limit);
  reply.header("ratelimit-remaining", remainingPoints);
  reply.header("ratelimit-reset", Math.ceil(msBeforeNext / 1000));
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

import type { FastifyRequest } from "fastify";
import { isbot } from "isbot";

/**
 * Whether a person is looking at the page, as far as the request shows: it is not a HEAD request, and comes neither from a bot nor from a
 * browser that prefetches.
 */
export function isView({ method, headers }: Pick<FastifyRequest, "method" | "headers">): boolean {
  const agent = headers["user-agent"];
  const purpose = headers["sec-purpose"] ?? headers.purpose ?? headers["x-purpose"] ?? headers["x-moz"];
  return method === "GET" && purpose === undefined && Boolean(agent) && !isbot(agent);
}

import type { FastifyRequest } from "fastify";
import { isbot } from "isbot";

/** Whether somebody looks at the page, as far as the request tells: no look at its head, no bot, no browser that fetches ahead. */
export function isView({ method, headers }: Pick<FastifyRequest, "method" | "headers">): boolean {
  const agent = headers["user-agent"];
  const purpose = headers["sec-purpose"] ?? headers.purpose ?? headers["x-purpose"] ?? headers["x-moz"];
  return method === "GET" && purpose === undefined && Boolean(agent) && !isbot(agent);
}

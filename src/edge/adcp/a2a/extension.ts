import type { FastifyReply, FastifyRequest } from "fastify";

/** AdCP's profile of A2A: each message is one call of a task. This agent works in this way whether or not the profile is requested. */
export const ADCP_PROFILE = "https://adcontextprotocol.org/extensions/adcp/v3";

/** Clients of 0.3 knew the header by the other name. */
const HEADERS = ["a2a-extensions", "x-a2a-extensions"] as const;

/** Tells a client that requested the profile that the answer conforms to it (A2A 1.0, Extensions). */
export function echoProfile({ headers }: Pick<FastifyRequest, "headers">, reply: FastifyReply): void {
  for (const name of HEADERS) {
    const asked = String(headers[name] ?? "")
      .split(",")
      .map((uri) => uri.trim());
    if (asked.includes(ADCP_PROFILE)) reply.header(name, ADCP_PROFILE);
  }
}

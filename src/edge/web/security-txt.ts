import type { FastifyInstance } from "fastify";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";

/** Clients fetch the file again long before it expires, so a cached copy is always valid (RFC 9116 §2.5.5: less than a year). */
const HOLDS_MS = 180 * DAY_MS;

/** Where to report a vulnerability (RFC 9116). If the operator has configured no contact, it is the address defined in RFC 2142. */
export function mountSecurityTxt(app: FastifyInstance, { installation, clock }: Host): void {
  const { publicUrl, securityContact } = installation;
  const contact = securityContact ?? `mailto:security@${new URL(publicUrl).hostname}`;
  app.get("/.well-known/security.txt", async (request, reply) => {
    request.noted = { operation: "security.txt" };
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${after(clock.now(), HOLDS_MS).toISOString()}`,
      "Preferred-Languages: en",
      `Canonical: ${publicUrl}/.well-known/security.txt`,
    ];
    return reply.type("text/plain; charset=utf-8").send(`${lines.join("\n")}\n`);
  });
}

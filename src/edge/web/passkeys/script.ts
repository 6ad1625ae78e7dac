import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { everywhere } from "../response-headers.ts";

/** The URL of the only script on these pages, which passkeys require. */
export const PASSKEY_SCRIPT = "/sign-in/passkey.js";

const SCRIPT = readFileSync(join(import.meta.dirname, "ask-passkey.js"));
const HOUR_SECONDS = 3_600;

export function mountPasskeyScript(pages: FastifyInstance, publicUrl: string): void {
  pages.get(PASSKEY_SCRIPT, (request, reply) => {
    request.noted = { operation: "showPasskeyScript" };
    const headers = { "cache-control": `public, max-age=${HOUR_SECONDS}`, ...everywhere(publicUrl) };
    return reply.headers(headers).type("text/javascript; charset=utf-8").send(SCRIPT);
  });
}

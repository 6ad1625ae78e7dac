import { existsSync, globSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { consoleHeaders, everywhere } from "../response-headers.ts";

interface Built {
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly zipped: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

const ABSENT =
  "The console is not built here: run npm run console, and reload. Whatever it can do, the API can do as well: /api/v2/buyer/docs.\n";

/**
 * Serves the console that was built into `folder`: its document for every URL below /console, and its parts under names that change with
 * their content. Only files that existed at the first request are served, so no path can lead elsewhere.
 */
export function mountConsole(pages: FastifyInstance, folder: string, publicUrl: string): void {
  let read: ReadonlyMap<string, Built> | undefined;
  const files = () => (read?.size ? read : (read = readBuilt(folder)));
  const show = (request: FastifyRequest, reply: FastifyReply) => {
    request.noted = { operation: "showConsole" };
    const document = files().get("index.html");
    if (!document) return reply.code(404).type("text/plain; charset=utf-8").send(ABSENT);
    return send(request, reply.headers(consoleHeaders(publicUrl)), document);
  };
  pages.get("/console", show);
  pages.get("/console/*", show);
  pages.get<{ Params: { "*": string } }>("/console/assets/*", (request, reply) => {
    request.noted = { operation: "showConsole" };
    const part = files().get(`assets/${request.params["*"]}`);
    if (!part) return reply.callNotFound();
    const cached = { "cache-control": "public, max-age=31536000, immutable", ...everywhere(publicUrl) };
    return send(request, reply.headers(cached), part);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, { contentType, bytes, zipped }: Built): FastifyReply {
  reply.type(contentType).header("vary", "accept-encoding");
  const takesGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  return takesGzip ? reply.header("content-encoding", "gzip").send(zipped) : reply.send(bytes);
}

function readBuilt(folder: string): ReadonlyMap<string, Built> {
  if (!existsSync(join(folder, "index.html"))) return new Map();
  const names = globSync("{index.html,assets/*}", { cwd: folder });
  return new Map(
    names.flatMap((name) => {
      const contentType = TYPES[extname(name)];
      if (!contentType) return [];
      const bytes = readFileSync(join(folder, name));
      return [[name.replaceAll("\\", "/"), { contentType, bytes, zipped: gzipSync(bytes, { level: 9 }) }] as const];
    }),
  );
}

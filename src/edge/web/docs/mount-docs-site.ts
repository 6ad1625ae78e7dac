import { existsSync, globSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { consoleHeaders } from "../response-headers.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

const ABSENT =
  "The documentation is not built here: run npm run docs, and reload. The API is described at /api/v2/buyer/docs, /api/v2/storefront/docs and /api/v2/operator/docs.\n";

interface DocsRequest {
  readonly Params: { readonly "*": string };
}

/**
 * Serves the documentation that was built into `folder`. The links in its pages are relative, so the URL of a page must end with a slash.
 * Only files that existed at the first request are served, so no path can lead elsewhere.
 */
export function mountDocsSite(pages: FastifyInstance, folder: string, publicUrl: string): void {
  let found: ReadonlySet<string> | undefined;
  const zipped = new Map<string, Buffer>();
  const names = () => (found?.size ? found : (found = namesIn(folder)));
  const send = (name: string, request: FastifyRequest, reply: FastifyReply) => {
    reply
      .headers(consoleHeaders(publicUrl))
      .type(TYPES[extname(name)] ?? "")
      .header("vary", "accept-encoding");
    const bytes = zipped.get(name) ?? gzipSync(readFileSync(join(folder, name)));
    zipped.set(name, bytes);
    const takesGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    return takesGzip
      ? reply.header("content-encoding", "gzip").send(bytes)
      : reply.send(readFileSync(join(folder, name)));
  };
  const show = (asked: string, request: FastifyRequest, reply: FastifyReply) => {
    request.noted = { operation: "showDocumentation" };
    if (names().size === 0) return absent(reply);
    const path = asked.replace(/\/$/, "");
    const page = path === "" ? "index.html" : `${path}/index.html`;
    const name = endsInSlash(request) ? page : path;
    if (names().has(name)) return send(name, request, reply);
    return names().has(page) ? reply.redirect(path === "" ? "/docs/" : `/docs/${path}/`, 308) : reply.callNotFound();
  };
  pages.get("/docs", (request, reply) => show("", request, reply));
  pages.get<DocsRequest>("/docs/*", (request, reply) => show(request.params["*"], request, reply));
}

/** The router may match paths with and without a slash alike, so only the URL tells which one was requested. */
function endsInSlash({ url }: FastifyRequest): boolean {
  return url.split("?", 1)[0]?.endsWith("/") ?? false;
}

function absent(reply: FastifyReply): FastifyReply {
  return reply.code(404).type("text/plain; charset=utf-8").send(ABSENT);
}

function namesIn(folder: string): ReadonlySet<string> {
  if (!existsSync(join(folder, "index.html"))) return new Set();
  const names = globSync("**/*", { cwd: folder }).map((name) => name.replaceAll("\\", "/"));
  return new Set(names.filter((name) => TYPES[extname(name)] !== undefined));
}

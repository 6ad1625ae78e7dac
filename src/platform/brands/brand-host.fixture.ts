import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll } from "vitest";

export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** The domains of all brands and a registry, on one loopback server, as the settings would name them. */
export interface BrandHost {
  readonly brandJsonUrl: string;
  readonly adagentsJsonUrl: string;
  readonly brandRegistryUrl: string;
  readonly origin: string;
  /** The requests, such as `/acme.com/brand.json`. */
  readonly asked: string[];
  /** From now on, this domain serves this page. */
  publish(domain: string, page: unknown): void;
  /** From now on, this path of the host serves this page. */
  serve(path: string, page: unknown): void;
  /** From now on, the registry has this entry for the domain. */
  enter(domain: string, entry: unknown): void;
}

/** Answers 404 for anything that was not published. A page that is a function answers as it likes. */
export async function openBrandHost(): Promise<BrandHost> {
  const pages = new Map<string, unknown>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const page = pages.get(request.url ?? "");
    if (typeof page === "function") return void page(request, response);
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(page ?? { error: "not found" }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the brand host listens on no port");
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    asked,
    brandJsonUrl: `${origin}/{domain}/brand.json`,
    adagentsJsonUrl: `${origin}/{domain}/adagents.json`,
    brandRegistryUrl: origin,
    publish: (domain, page) => void pages.set(`/${domain}/brand.json`, page),
    serve: (path, page) => void pages.set(path, page),
    enter: (domain, entry) => void pages.set(`/api/brands/resolve?domain=${domain}`, entry),
  };
}

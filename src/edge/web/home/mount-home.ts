import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Host } from "../../../ground/kernel/host.ts";
import { documentOf } from "../page.ts";
import { pageContextOf, rememberLanguage } from "../page-context.ts";
import { homePage, type SandboxLogin } from "../pages/home.ts";
import { pageHeaders, pictureHeaders } from "../response-headers.ts";
import { FAVICONS } from "./favicons.ts";
import { robotsTxt } from "./robots.ts";

export interface Home {
  readonly host: Host;
  /** The keys of the sandbox marketplace; empty if there is none. */
  sandboxLogins(): Promise<readonly SandboxLogin[]>;
}

const DAY_SECONDS = 24 * 3600;

/** The root: a page that says what this server is, its image, and robots.txt. */
export function mountHome(pages: FastifyInstance, home: Home): void {
  const { publicUrl, sandbox } = home.host.installation;
  pages.get("/", { exposeHeadRoute: true }, (request, reply) => showHome(request, reply, home));
  for (const [path, { contentType, bytes }] of Object.entries(FAVICONS))
    pages.get(path, async (request, reply) => {
      request.noted = { operation: "showFavicon" };
      const cache = { "cache-control": `public, max-age=${DAY_SECONDS}` };
      return reply.headers({ ...pictureHeaders(contentType, publicUrl), ...cache }).send(bytes);
    });
  pages.get("/robots.txt", async (request, reply) => {
    request.noted = { operation: "robots.txt" };
    return reply.type("text/plain; charset=utf-8").send(robotsTxt(sandbox));
  });
}

async function showHome(request: FastifyRequest, reply: FastifyReply, home: Home): Promise<FastifyReply> {
  request.noted = { operation: "showHome" };
  const { publicUrl, sandbox } = home.host.installation;
  const pageContext = pageContextOf(request, null);
  rememberLanguage(request, reply, pageContext);
  const { language, offered } = pageContext;
  const logins = sandbox && isRunHere(request, publicUrl) ? await home.sandboxLogins() : [];
  const page = homePage({ origin: publicUrl, sandbox, logins }, language.words);
  const { markup, ...used } = documentOf(page, { language, offered, seller: ITSELF });
  return reply.headers({ ...pageHeaders(used, publicUrl), "content-language": language.tag }).send(markup);
}

const ITSELF = {
  name: "Interchange",
  domain: null,
  colours: { primary: "#334155", accent: "#0284c7" },
  logo: { path: "/favicon.svg", onDark: false },
};

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Keys are only shown to somebody who runs the sandbox on their own machine and requests its own host name, rather than a name that was
 * rebound to it.
 */
function isRunHere({ host }: FastifyRequest, publicUrl: string): boolean {
  const asked = URL.parse(`http://${host}`)?.hostname ?? "";
  return LOOPBACK.test(new URL(publicUrl).hostname) && LOOPBACK.test(asked);
}

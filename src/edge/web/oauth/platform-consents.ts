import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  beginPlatformConsent,
  concludePlatformConsent,
  isProvider,
  readPlatformConsent,
} from "../../../supply/providers/index.ts";
import type { Joining } from "../join/sign-up.ts";
import { type ConsentRoutes, consentBrowserIn, handleBegin, performing, showBegin } from "./begin.ts";
import { handleKey, showKey } from "./platform-key.ts";
import { answerConclusion } from "./show-conclusion.ts";

type ConsentRequest = FastifyRequest<{ Params: { provider: string } }>;
interface Route {
  readonly Params: { readonly provider: string };
}

/** One callback URL for each platform, exactly as it is registered there; everything else is in the state. */
const BELOW = "/api/v2/storefront/adapters/:provider/oauth";

/** The pages on which platform consents start and end, and the page for entering the key of a platform without consent. */
export function mountPlatformConsents(pages: FastifyInstance, web: Pick<Joining, "host" | "limits">): void {
  const asked = { exposeHeadRoute: false };
  pages.get<Route>(`${BELOW}/begin`, asked, (request, reply) =>
    showBegin(request, reply, web, consentRoutesOf(request)),
  );
  pages.post<Route>(`${BELOW}/begin`, (request, reply) => handleBegin(request, reply, web, consentRoutesOf(request)));
  const key = "/api/v2/storefront/adapters/:provider/key";
  pages.get<Route>(key, asked, (request, reply) => showKey(request, reply, web));
  pages.post<Route>(key, (request, reply) => handleKey(request, reply, web));
  // HEAD requests are not handled, because a state can be used only once.
  pages.get<Route>(`${BELOW}/callback`, asked, async (request, reply) => {
    request.noted = { operation: "showPlatformConsent" };
    const { provider } = request.params;
    const conclusion = await concludePlatformConsent(
      performing(web.host, request.id),
      provider,
      new URL(request.url, web.host.installation.publicUrl).search,
      consentBrowserIn(request),
    );
    const isConnected = conclusion.kind === "connected";
    return answerConclusion(request, reply, web.host, isConnected ? { ...conclusion, openerOrigin: null } : conclusion);
  });
}

function consentRoutesOf({ params: { provider } }: ConsentRequest): ConsentRoutes {
  return {
    path: `/api/v2/storefront/adapters/${isProvider(provider) ? provider : "unknown"}/oauth/begin`,
    read: (out, state) => readPlatformConsent(out, provider, state),
    begin: (out, state, browser) => beginPlatformConsent(out, provider, state, browser),
  };
}

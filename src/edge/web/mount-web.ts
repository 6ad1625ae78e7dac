import type { FastifyInstance } from "fastify";
import { installationDb } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { INTERACTION_PATH } from "../../platform/authorization-server/index.ts";
import type { Authorization } from "../authorization/mount-authorization.ts";
import { answerFailure } from "./answer-failure.ts";
import { answerPage } from "./answer-page.ts";
import { handleInteraction, type InteractionRequest, showInteraction } from "./authorization/interaction.ts";
import { findPictureOfAnySeller } from "./brands/store.ts";
import { type Home, mountHome } from "./home/mount-home.ts";
import { anonymously } from "./join/invitation.ts";
import { handleMailLink, showMailLink } from "./join/open-mail-link.ts";
import { handleSignUp, type Joining, type JoinRequest, showSignUp } from "./join/sign-up.ts";
import { BEGIN_PATH, handleBegin, showBegin } from "./oauth/begin.ts";
import { mountPlatformConsents } from "./oauth/platform-consents.ts";
import { showConclusion } from "./oauth/show-conclusion.ts";
import { pageContextOf, rememberLanguage } from "./page-context.ts";
import { termsPage } from "./pages/notice.ts";
import { readForm } from "./posted-form.ts";
import { refuseForeignForm } from "./refuse-foreign-form.ts";
import { pictureHeaders } from "./response-headers.ts";
import { mountSignIn } from "./sign-in/mount-sign-in.ts";

export interface Web extends Joining, Home, Authorization {
  /** The operator's own terms of service: plain text with blank lines between paragraphs; null if there are none. */
  termsText(): Promise<string | null>;
}

const FORM_LIMIT_BYTES = 16_384;

/** The pages for people, each of which works without JavaScript. They are separate from the API, with their own form parser and errors. */
export function mountWeb(app: FastifyInstance, web: Web): void {
  const { host } = web;
  void app.register(async (pages) => {
    pages.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: FORM_LIMIT_BYTES },
      async (_: unknown, body: string | Buffer) => readForm(String(body)),
    );
    pages.setErrorHandler<Error>((error, request, reply) => answerFailure(error, request, reply, host));
    pages.addHook("onRequest", refuseForeignForm);
    // Mail scanners and link previews send a HEAD request first.
    const asked = { exposeHeadRoute: true };
    mountHome(pages, web);
    pages.get<JoinRequest>("/join/:slug", asked, (request, reply) => showSignUp(request, reply, web));
    pages.post<JoinRequest>("/join/:slug", (request, reply) => handleSignUp(request, reply, web));
    pages.get("/join/:slug/confirm", asked, (request, reply) => showMailLink(request, reply, web));
    pages.post("/join/:slug/confirm", (request, reply) => handleMailLink(request, reply, web));
    mountSignIn(pages, web);

    const interaction = `${INTERACTION_PATH}/:uid`;
    pages.get<InteractionRequest>(interaction, asked, (request, reply) => showInteraction(request, reply, web));
    pages.post<InteractionRequest>(interaction, (request, reply) => handleInteraction(request, reply, web));

    pages.get(BEGIN_PATH, asked, (request, reply) => showBegin(request, reply, web));
    pages.post(BEGIN_PATH, (request, reply) => handleBegin(request, reply, web));
    // HEAD requests are not handled, because a state can be used only once.
    pages.get("/api/v2/storefront/oauth/callback", (request, reply) => showConclusion(request, reply, web));

    mountPlatformConsents(pages, web);

    pages.get<{ Params: { digest: string } }>("/logos/:digest", async (request, reply) => {
      request.noted = { operation: "showLogo" };
      const { digest } = request.params;
      const picture = await anonymously(host, request.id, "read", (ctx) =>
        findPictureOfAnySeller(installationDb(ctx), digest),
      );
      if (!picture) throw new NotFound("there is no such picture");
      return reply.headers(pictureHeaders(picture.contentType, host.installation.publicUrl)).send(picture.bytes);
    });

    pages.get("/terms", asked, async (request, reply) => {
      request.noted = { operation: "showTerms" };
      const pageContext = pageContextOf(request, null);
      rememberLanguage(request, reply, pageContext);
      const { termsVersion, publicUrl } = host.installation;
      const page = termsPage(termsVersion, await web.termsText(), pageContext.language.words);
      return answerPage(reply, { status: 200, page, pageContext, brand: null, again: true }, publicUrl);
    });
  });
}

import type { FastifyReply, FastifyRequest } from "fastify";
import { type ConsentOutcome, concludeConsent } from "../../../supply/credentials/index.ts";
import { answerPage } from "../answer-page.ts";
import type { Joining } from "../join/sign-up.ts";
import type { Words } from "../languages/language.ts";
import type { Page } from "../page.ts";
import { pageContextOf } from "../page-context.ts";
import { connectedPage, declinedPage, spentConsentPage, unfinishedPage } from "../pages/consent.ts";
import { consentBrowserIn, performing } from "./begin.ts";

const STATUS: Readonly<Record<ConsentOutcome["kind"], number>> = {
  connected: 200,
  declined: 403,
  failed: 503,
  unknown: 400,
};

/** The redirect URI for authorization servers: completes buyers' consents, and shows the result. */
export async function showConclusion(
  request: FastifyRequest,
  reply: FastifyReply,
  { host }: Pick<Joining, "host">,
): Promise<FastifyReply> {
  request.noted = { operation: "showConsent" };
  const conclusion = await concludeConsent(
    performing(host, request.id),
    new URL(request.url, host.installation.publicUrl).search,
    consentBrowserIn(request),
  );
  return answerConclusion(request, reply, host, conclusion);
}

/** Shows the result of a consent, wherever it was given. */
export function answerConclusion(
  request: FastifyRequest,
  reply: FastifyReply,
  { installation }: Joining["host"],
  conclusion: ConsentOutcome,
): Promise<FastifyReply> | FastifyReply {
  const { publicUrl, oauthRedirectOrigins } = installation;
  const pageContext = pageContextOf(request, null);
  const registered = [new URL(publicUrl).origin, ...oauthRedirectOrigins];
  const page = pageOf(conclusion, registered, pageContext.language.words);
  return answerPage(
    reply,
    { status: STATUS[conclusion.kind], page, pageContext, brand: null, again: false },
    publicUrl,
  );
}

/** If a window does not know its opener, it only notifies our own pages and those of origins that the operator has registered. */
function pageOf(conclusion: ConsentOutcome, registered: readonly string[], words: Words): Page {
  switch (conclusion.kind) {
    case "connected":
      return connectedPage(
        conclusion.sourceName,
        conclusion.openerOrigin === null ? registered : [conclusion.openerOrigin],
        words,
      );
    case "declined":
      return declinedPage(conclusion.sourceName, words);
    case "failed":
      return unfinishedPage(conclusion.sourceName, words);
    case "unknown":
      return spentConsentPage(words);
  }
}

import type { FastifyReply, FastifyRequest } from "fastify";
import { perform } from "../../../ground/kernel/perform.ts";
import type { Step, StepInput } from "../../../ground/kernel/step.ts";
import { type Conclusion, concludeConsent } from "../../../supply/credentials/index.ts";
import { answerPage } from "../answer-page.ts";
import type { Joining } from "../join/sign-up.ts";
import type { Words } from "../languages/language.ts";
import type { Page } from "../page.ts";
import { pageContextOf } from "../page-context.ts";
import { connectedPage, declinedPage, spentConsentPage, unfinishedPage } from "../pages/consent.ts";

const STATUS: Readonly<Record<Conclusion["kind"], number>> = {
  connected: 200,
  declined: 403,
  failed: 503,
  unknown: 400,
};

/** Where authorization servers send buyers back to: finishes their consent, and says how it ended. */
export async function showConclusion(
  request: FastifyRequest,
  reply: FastifyReply,
  { host, limits }: Pick<Joining, "host" | "limits">,
): Promise<FastifyReply> {
  request.noted = { operation: "showConsent" };
  await limits.countAddress(request.ip, "general", reply);
  const { publicUrl } = host.installation;
  const conclusion = await concludeConsent(
    { perform: <I extends StepInput, S>(step: Step<I, S>, input: I) => perform(step, input, request.id, host) },
    new URL(request.url, publicUrl).search,
  );
  const pageContext = pageContextOf(request, null);
  const page = pageOf(conclusion, new URL(publicUrl).origin, pageContext.language.words);
  return answerPage(
    reply,
    { status: STATUS[conclusion.kind], page, pageContext, brand: null, again: false },
    publicUrl,
  );
}

/** A window that was opened from nowhere in particular tells our own pages and nobody else. */
function pageOf(conclusion: Conclusion, ourOrigin: string, words: Words): Page {
  switch (conclusion.kind) {
    case "connected":
      return connectedPage(conclusion.sourceName, conclusion.openerOrigin ?? ourOrigin, words);
    case "declined":
      return declinedPage(conclusion.sourceName, words);
    case "failed":
      return unfinishedPage(conclusion.sourceName, words);
    case "unknown":
      return spentConsentPage(words);
  }
}

import type { FastifyReply, FastifyRequest } from "fastify";
import { PublicError, RateLimited, Unavailable } from "../../ground/kernel/errors.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { answerPage } from "./answer-page.ts";
import type { Words } from "./languages/language.ts";
import type { Page } from "./page.ts";
import { pageContextOf, pathOf } from "./page-context.ts";
import { brokenPage, busyPage, invalidPage } from "./pages/notice.ts";

/**
 * An error as a page. An invalid link gets a 404 with the same bytes for each of its five causes, because there is nothing here for a
 * visitor, and monitors and crawlers must not take it for a page.
 */
export function answerFailure(
  error: Error & { readonly statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
  { log, installation }: Host,
): FastifyReply {
  const pageContext = pageContextOf(request, null);
  const { status, page } = failureOf(error, request.id, pageContext.language.words);
  if (status === 500)
    log.error({ err: error, requestId: request.id, method: request.method, path: pathOf(request) }, "a bug");
  const retryAfter = error instanceof PublicError ? error.retryAfterSeconds : undefined;
  if (retryAfter !== undefined) reply.header("retry-after", retryAfter);
  return answerPage(reply, { status, page, pageContext, brand: null, again: false }, installation.publicUrl);
}

function failureOf(
  error: Error & { readonly statusCode?: number },
  requestId: string,
  words: Words,
): { readonly status: number; readonly page: Page } {
  if (error instanceof RateLimited) return { status: 429, page: busyPage(error.retryAfterSeconds, words) };
  if (error instanceof Unavailable) return { status: 503, page: brokenPage(requestId, words) };
  const status = error instanceof PublicError ? 404 : (error.statusCode ?? 500);
  return status < 500 ? { status, page: invalidPage(words) } : { status: 500, page: brokenPage(requestId, words) };
}

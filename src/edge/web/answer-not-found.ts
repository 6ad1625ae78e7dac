import type { FastifyReply, FastifyRequest } from "fastify";
import { answerPage } from "./answer-page.ts";
import { rangesOf } from "./languages/negotiate.ts";
import { pageContextOf, pathOf, rememberLanguage } from "./page-context.ts";
import { notFoundPage } from "./pages/notice.ts";

/** The page for a person whose address leads nowhere; undefined for a program, which gets the envelope. */
export function answerNotFound(
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string,
): FastifyReply | undefined {
  if (!isForPerson(request)) return undefined;
  request.noted ??= { operation: "showNotFound" };
  const pageContext = pageContextOf(request, null);
  rememberLanguage(request, reply, pageContext);
  const page = notFoundPage(pageContext.language.words);
  return answerPage(reply, { status: 404, page, pageContext, brand: null, again: true }, publicUrl);
}

/** Paths below which only programs request anything, whatever they accept. */
const FOR_PROGRAMS = /^\/(api|mcp|a2a|\.well-known)(\/|$)/;

/** Browsers that open an address list HTML first; programs accept JSON or anything, or send no `Accept` at all. */
function isForPerson(request: FastifyRequest): boolean {
  const { method, headers } = request;
  if (method !== "GET" && method !== "HEAD") return false;
  return !FOR_PROGRAMS.test(pathOf(request)) && rangesOf(headers.accept ?? "")[0]?.toLowerCase() === "text/html";
}

import type { FastifyReply, FastifyRequest } from "fastify";
import type { Random } from "../../ground/kernel/random.ts";
import { FORM_COOKIE, formCookie, newFormCookie } from "../../platform/sign-in/index.ts";
import { cookieIn, sessionBrowserIn } from "../../platform/sign-in/sessions/index.ts";
import type { Language } from "./languages/language.ts";
import { negotiate, offeredOf } from "./languages/negotiate.ts";

const LANGUAGE_COOKIE = "interchange_lang";
const LANGUAGE_LASTS = "Max-Age=31536000; HttpOnly; SameSite=Lax";

/** The reader, as far as a page has to know: their languages, and the browser to which its forms are bound. */
export interface PageContext {
  readonly language: Language;
  readonly offered: readonly Language[];
  /** The secret that a form's token is signed for; undefined for a browser that brings none. */
  readonly browser: string | undefined;
}

/** `supported` are the storefront's languages; null for any. */
export function pageContextOf(
  { query, headers }: Pick<FastifyRequest, "query" | "headers">,
  supported: readonly string[] | null,
): PageContext {
  const offered = offeredOf(supported);
  const language = negotiate(offered, {
    asked: askedIn(query),
    remembered: cookieIn(headers.cookie, LANGUAGE_COOKIE),
    accepted: headers["accept-language"],
  });
  const browser = sessionBrowserIn(headers.cookie) ?? cookieIn(headers.cookie, FORM_COOKIE);
  return { language, offered, browser };
}

/** Remembers a language that its reader chose. It is not a secret, so it is sent over any connection. */
export function rememberLanguage({ query }: FastifyRequest, reply: FastifyReply, { language }: PageContext): void {
  if (askedIn(query) === language.tag)
    addCookie(reply, `${LANGUAGE_COOKIE}=${language.tag}; Path=/; ${LANGUAGE_LASTS}`);
}

/** The browser's secret, or if it has none a new one that the response sets. */
export function browserOf(pageContext: PageContext, reply: FastifyReply, random: Random, publicUrl: string): string {
  if (pageContext.browser !== undefined) return pageContext.browser;
  const made = newFormCookie(random);
  addCookie(reply, formCookie(made, publicUrl));
  return made;
}

export function addCookie(reply: FastifyReply, cookie: string): void {
  reply.header("set-cookie", cookie);
}

/** The requested path, without its query, which may contain a secret. */
export function pathOf({ url }: FastifyRequest): string {
  return url.split("?", 1)[0] ?? url;
}

function askedIn(query: unknown): string | undefined {
  const asked = (query as { lang?: unknown } | undefined)?.lang;
  return typeof asked === "string" ? asked : undefined;
}

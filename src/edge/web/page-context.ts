import type { FastifyReply, FastifyRequest } from "fastify";
import type { Random } from "../../ground/kernel/random.ts";
import { FORM_COOKIE, formCookie, newFormCookie } from "../../platform/sign-in/index.ts";
import { cookieIn, sessionBrowserIn } from "../../platform/sign-in/sessions/index.ts";
import type { Language } from "./languages/language.ts";
import { negotiate, offeredOf } from "./languages/negotiate.ts";

const LANGUAGE_COOKIE = "interchange_lang";
const LANGUAGE_LASTS = "Max-Age=31536000; HttpOnly; SameSite=Lax";

/** What a page has to know of its reader: the languages, and the browser to which its forms are bound. */
export interface PageContext {
  readonly language: Language;
  readonly offered: readonly Language[];
  /** The secret for which a form's token is signed; undefined for a browser that sends none. */
  readonly browser: string | undefined;
}

/** `supported` contains the storefront's languages; null for all. */
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

/** Remembers the language that the reader chose. It is not a secret, so it may be sent over any connection. */
export function rememberLanguage({ query }: FastifyRequest, reply: FastifyReply, { language }: PageContext): void {
  if (askedIn(query) === language.tag)
    addCookie(reply, `${LANGUAGE_COOKIE}=${language.tag}; Path=/; ${LANGUAGE_LASTS}`);
}

/** The browser's secret; if it has none, the response sets a new one. */
export function browserOf(pageContext: PageContext, reply: FastifyReply, random: Random, publicUrl: string): string {
  if (pageContext.browser !== undefined) return pageContext.browser;
  const made = newFormCookie(random);
  addCookie(reply, formCookie(made, publicUrl));
  return made;
}

export function addCookie(reply: FastifyReply, cookie: string): void {
  reply.header("set-cookie", cookie);
}

/** The requested path without its query, which may contain a secret. */
export function pathOf({ url }: FastifyRequest): string {
  return url.split("?", 1)[0] ?? url;
}

function askedIn(query: unknown): string | undefined {
  const asked = (query as { lang?: unknown } | undefined)?.lang;
  return typeof asked === "string" ? asked : undefined;
}

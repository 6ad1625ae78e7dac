import { type Call, type Reply, type Routes, redirect, respondText } from "../exchange.ts";
import type { Authority } from "./authority.ts";

/** The names that a provider uses for the parameters of RFC 6749 and RFC 7636, and its additions. */
export interface ConsentDialect {
  readonly title: string;
  readonly clientParam?: string;
  readonly codeParam?: string;
  readonly scopeSeparator: " " | ",";
  /** The scopes that the application may request. */
  readonly scopes: readonly string[];
  /** Whether a request must name scopes; with some providers they belong to the application. */
  readonly asksScopes: boolean;
  readonly mayUntick: boolean;
  readonly pkce: boolean;
  readonly responseType: boolean;
  /** The accounts from which the page lets the user choose; omitted if it does not ask. */
  readonly accounts?: () => readonly { readonly id: string; readonly name: string }[];
  /** Whether the request asks for refresh tokens; if omitted, they are always issued. */
  readonly offline?: (query: URLSearchParams) => boolean;
  /** Returned in addition to the code and the state. */
  readonly alsoReturned?: (call: Call) => Readonly<Record<string, string>>;
}

const PAGE_STATUS = 200;
const REFUSED_STATUS = 400;

/** `GET` shows the page; `POST` to the same address means that one of its buttons was pressed. */
export function consentRoutes(path: string, authority: Authority, manner: ConsentDialect): Routes {
  return {
    [`GET ${path}`]: (call) => {
      const fault = faultOf(call.query, authority, manner);
      return fault === null ? pageOf(call.query, manner) : respondText(REFUSED_STATUS, "text/plain", fault);
    },
    [`POST ${path}`]: (call) => {
      const pressed = new URLSearchParams(call.body.toString("utf8"));
      const fault = faultOf(pressed, authority, manner);
      return fault === null
        ? decide(call, pressed, authority, manner)
        : respondText(REFUSED_STATUS, "text/plain", fault);
    },
  };
}

/** Nothing is sent to an address that the application does not own, not even an error (RFC 6749, 4.1.2.1). */
function faultOf(query: URLSearchParams, { application }: Authority, manner: ConsentDialect): string | null {
  if (query.get(manner.clientParam ?? "client_id") !== application.clientId) return "no such application";
  if (!application.redirectUris.includes(query.get("redirect_uri") ?? "")) return "redirect_uri is not registered";
  if (manner.responseType && query.get("response_type") !== "code") return "response_type must be code";
  const asked = scopesOf(query, manner);
  if (manner.asksScopes && asked.length === 0) return "scope is missing";
  const foreign = asked.filter((scope) => !manner.scopes.includes(scope));
  if (foreign.length > 0) return `unknown scope: ${foreign.join(" ")}`;
  const method = query.get("code_challenge_method");
  if (manner.pkce && query.has("code_challenge") && method !== "S256") return "code_challenge_method must be S256";
  return null;
}

function scopesOf(query: URLSearchParams, { scopeSeparator }: ConsentDialect): string[] {
  return (query.get("scope") ?? "").split(scopeSeparator).filter((scope) => scope !== "");
}

function pageOf(query: URLSearchParams, manner: ConsentDialect): Reply {
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${plain(name)}" value="${plain(value)}">`,
  );
  const scopes = scopesOf(query, manner).map((scope) =>
    manner.mayUntick
      ? `<label><input type="checkbox" name="granted" value="${plain(scope)}" checked> ${plain(scope)}</label>`
      : `<p>${plain(scope)}</p>`,
  );
  const accounts = (manner.accounts?.() ?? []).map(
    ({ id, name }) =>
      `<label><input type="checkbox" name="account" value="${plain(id)}" checked> ${plain(name)}</label>`,
  );
  const buttons = ["allow", "deny"].map((word) => `<button name="decision" value="${word}">${word}</button>`);
  const lines = [...hidden, ...(manner.mayUntick ? ['<input type="hidden" name="ticks" value="1">'] : []), ...scopes];
  const form = `<form method="post" action="?">${[...lines, ...accounts, ...buttons].join("\n")}</form>`;
  const title = `${plain(manner.title)} (synthetic)`;
  const html = `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${form}</html>`;
  return respondText(PAGE_STATUS, "text/html; charset=utf-8", html);
}

function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function decide(call: Call, pressed: URLSearchParams, authority: Authority, manner: ConsentDialect): Reply {
  const back = new URL(pressed.get("redirect_uri") ?? "");
  const state = pressed.get("state");
  if (pressed.get("decision") !== "allow") {
    back.searchParams.set("error", "access_denied");
  } else {
    const asked = scopesOf(pressed, manner);
    const scopes = pressed.has("ticks") ? asked.filter((scope) => pressed.getAll("granted").includes(scope)) : asked;
    const granted = {
      scopes: manner.asksScopes ? scopes : manner.scopes,
      accounts: manner.accounts ? pressed.getAll("account") : null,
      redirectUri: pressed.get("redirect_uri") ?? "",
      offline: manner.offline?.(pressed) ?? true,
      challenge: manner.pkce ? pressed.get("code_challenge") : null,
    };
    back.searchParams.set(manner.codeParam ?? "code", authority.issueCode(granted, call.now));
    for (const [name, value] of Object.entries(manner.alsoReturned?.(call) ?? {})) back.searchParams.set(name, value);
  }
  if (state !== null) back.searchParams.set("state", state);
  return redirect(back.href);
}

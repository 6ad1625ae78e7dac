import { after, HOUR_MS, SECOND_MS } from "../../ground/kernel/clock.ts";
import type { Context } from "../../ground/kernel/context.ts";
import type { Random } from "../../ground/kernel/random.ts";
import { hashSecret, isSameSecret, newToken } from "../../ground/vault/index.ts";
import { cookieOf } from "./sessions/index.ts";

/** Binds the forms of a page to a browser that has no session. */
export const FORM_COOKIE = "interchange_form";

/** How long a form may stay open. */
const FORM_MS = 12 * HOUR_MS;

type Signing = Pick<Context, "vault" | "now">;

/** A new value for the form cookie of a browser without a session. */
export function newFormCookie(random: Random): string {
  return newToken(random).token;
}

export function formCookie(value: string, publicUrl: string): string {
  return cookieOf(FORM_COOKIE, value, FORM_MS / SECOND_MS, publicUrl);
}

/**
 * The value of a form's hidden field. It is signed for one browser, so that no other site can make that browser submit the form. `browser`
 * is the value of its session cookie or, if it has none, of its form cookie.
 */
export function formToken({ vault, now }: Signing, browser: string): string {
  const until = after(now, FORM_MS).getTime().toString(36);
  return `${until}.${signatureOf(vault, until, browser)}`;
}

/** Whether we issued this token for this browser, and not too long ago. */
export function checkFormToken({ vault, now }: Signing, browser: string | undefined, token: string): boolean {
  const [until = "", signature = ""] = token.split(".", 2);
  if (browser === undefined || !(Number.parseInt(until, 36) > now.getTime())) return false;
  return isSameSecret(signature, signatureOf(vault, until, browser));
}

function signatureOf(vault: Signing["vault"], until: string, browser: string): string {
  return hashSecret(vault.pepper("forms"), JSON.stringify([until, browser]));
}

import { z } from "zod";
import { after, MINUTE_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { newToken, type SecretPlace, VaultError } from "../../../ground/vault/index.ts";
import { cookieIn, cookieOf } from "../sessions/index.ts";

/** A sign-in in progress: the values with which the browser was sent to a provider. */
export interface Login {
  /** The organisation to which the provider belongs. */
  readonly customerId: number;
  readonly state: string;
  readonly nonce: string;
  /** The code verifier of PKCE (RFC 7636). */
  readonly verifier: string;
  /** The page to which the person was on the way. */
  readonly next: string | null;
}

const LOGIN_COOKIE = "interchange_login";
const LIFE_MS = 10 * MINUTE_MS;
const PLACE: SecretPlace = { customerId: 0, table: "cookies", rowId: LOGIN_COOKIE, field: "login" };

const PendingLogin = z.object({
  customerId: z.int(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().nullable(),
  until: z.number(),
});

type Sealing = Pick<Host, "vault" | "clock" | "random" | "installation">;

export function newLogin(customerId: number, next: string | undefined, { random }: Pick<Sealing, "random">): Login {
  const secret = () => newToken(random).token;
  return { customerId, state: secret(), nonce: secret(), verifier: secret(), next: next ?? null };
}

/** The `Set-Cookie` header that stores it only in the browser, encrypted, so that nobody can read it there or forge one. */
export function loginCookie(login: Login, { vault, clock, installation }: Omit<Sealing, "random">): string {
  const until = after(clock.now(), LIFE_MS).getTime();
  const sealed = Buffer.from(vault.seal(JSON.stringify({ ...login, until }), PLACE)).toString("base64url");
  return cookieOf(LOGIN_COOKIE, sealed, LIFE_MS / SECOND_MS, installation.publicUrl);
}

export function endedLoginCookie({ installation }: Pick<Sealing, "installation">): string {
  return cookieOf(LOGIN_COOKIE, "", 0, installation.publicUrl);
}

/** The sign-in that this browser started; undefined if it started none, or did so too long ago. */
export function loginIn(
  header: string | undefined,
  { vault, clock }: Pick<Sealing, "vault" | "clock">,
): Login | undefined {
  const cookie = cookieIn(header, LOGIN_COOKIE);
  const text = cookie && opened(cookie, vault);
  if (!text) return undefined;
  const { until, ...login } = PendingLogin.parse(JSON.parse(text));
  return until > clock.now().getTime() ? login : undefined;
}

function opened(cookie: string, vault: Sealing["vault"]): string | undefined {
  try {
    return vault.open(Buffer.from(cookie, "base64url").toString(), PLACE);
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}

import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { type Context, installationDb } from "../../ground/kernel/context.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { hashToken, newToken } from "../../ground/vault/index.ts";
import type { Proof } from "./mail-link.ts";
import { endSessionOfAnyCustomer, findSessionHolderOfAnyCustomer, insertSession } from "./store.ts";

export const SESSION_MS = 30 * DAY_MS;

/** Sessions live by the wall's time, in transactions that see the installation. */
type SessionContext = Pick<Context, "db" | "reach" | "now">;

/** Opens a session for whoever proved to be this member; answers the cookie's value, which is told here and never again. */
export async function openSession(
  { db, random, now }: SessionContext & Pick<Context, "random">,
  member: Pick<Proof, "customerId" | "userId">,
): Promise<string> {
  const { token, hash } = newToken(random);
  await insertSession(db, member, hash, now, after(now, SESSION_MS));
  return token;
}

/** Who is behind the cookie; undefined where the session has ended, has expired or never was, and for a member no more. */
export async function findSession(
  ctx: SessionContext & Pick<Context, "installation">,
  cookie: string,
): Promise<Viewer | undefined> {
  return findSessionHolderOfAnyCustomer(installationDb(ctx), hashToken(cookie), ctx.installation.termsVersion, ctx.now);
}

export async function endSession(ctx: SessionContext, cookie: string): Promise<void> {
  await endSessionOfAnyCustomer(installationDb(ctx), hashToken(cookie), ctx.now);
}

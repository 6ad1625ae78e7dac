import { after } from "../../../ground/kernel/clock.ts";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { hashToken, newToken } from "../../../ground/vault/index.ts";
import { SESSION_MS, type SessionHolder, type SignInMethod } from "./session.ts";
import { endSessionOfAnyCustomer, findHolderOfAnyCustomer, insertSession } from "./store.ts";

/** Sessions use real time, in transactions that see the whole installation. */
type SessionContext = Pick<Context, "db" | "reach" | "now">;

/** The browser with which a person signs in, and the method. */
export interface SigningIn {
  readonly method: SignInMethod;
  readonly userAgent?: string | undefined;
  /** The browser's previous session. It ends, so that somebody who knows its secret does not share this one. */
  readonly replaces?: string | undefined;
}

export interface OpenedSession {
  readonly sessionId: string;
  /** The value of the cookie, which is returned only now. */
  readonly cookie: string;
}

/** Browsers may send a name of any length. */
const LONGEST_USER_AGENT = 300;

/**
 * Opens a session for a person who has proved to be this member. Its secret is always new, so a secret that was planted in the browser is
 * useless.
 */
export async function openSession(
  ctx: SessionContext & Pick<Context, "random">,
  member: { readonly customerId: number; readonly userId: number },
  { method, userAgent, replaces }: SigningIn = { method: "mail_link" },
): Promise<OpenedSession> {
  const { db, random, now } = ctx;
  if (replaces !== undefined) await endSession(ctx, replaces);
  const { token, hash } = newToken(random);
  const session = {
    sessionId: newId("session", random),
    method,
    userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: after(now, SESSION_MS),
  };
  await insertSession(db, member.customerId, hash, { ...session, userId: member.userId });
  return { sessionId: session.sessionId, cookie: token };
}

/**
 * The person behind the cookie, in the organisation for which the session was opened or, if they have left it, in another of theirs.
 * Undefined if the session has ended, has expired or never existed, and for people without an organisation.
 */
export async function findSession(
  ctx: SessionContext & Pick<Context, "installation">,
  cookie: string,
): Promise<SessionHolder | undefined> {
  const { installation, now } = ctx;
  const asked = { hash: hashToken(cookie), organisationId: null, wall: now };
  return (await findHolderOfAnyCustomer(installationDb(ctx), asked, installation.termsVersion))?.holder;
}

export async function endSession(ctx: SessionContext, cookie: string): Promise<void> {
  await endSessionOfAnyCustomer(installationDb(ctx), hashToken(cookie), ctx.now);
}

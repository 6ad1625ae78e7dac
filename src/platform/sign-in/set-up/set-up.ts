import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import { hashToken, newToken } from "../../../ground/vault/index.ts";
import {
  findMemberOfAnyCustomer,
  insertCustomerOfInstallation,
  insertMemberOfInstallation,
} from "../../customers/index.ts";
import { type OpenedSession, openSession, type SigningIn } from "../sessions/index.ts";
import { consumeSetUpLinks, hasOperator, insertSetUpLink, isSetUpLinkLive, useSetUpLink } from "./store.ts";

export const SET_UP_PATH = "/set-up";
const LIFE_MS = DAY_MS;

/** Transactions that see the whole installation, in real time. */
type SetUpContext = Pick<Context, "db" | "reach" | "now">;

/** The same answer for a link that was used, has expired or never existed, and for every link once there is an operator. */
export class SetUpOver extends Invalid {
  constructor() {
    super("token: this installation has an operator, or the link is too old: start the server again for a new one", {
      field: "token",
    });
  }
}

/** A link for the first operator, which is returned only now. Undefined if there already is an operator. */
export async function offerSetUp(
  ctx: SetUpContext & Pick<Context, "random" | "installation">,
): Promise<string | undefined> {
  const db = installationDb(ctx);
  if (await hasOperator(db)) return undefined;
  const { token, hash } = newToken(ctx.random);
  await insertSetUpLink(db, hash, ctx.now, after(ctx.now, LIFE_MS));
  return `${ctx.installation.publicUrl}${SET_UP_PATH}?token=${token}`;
}

/** Whether the link would still make somebody the first operator, without using it up. */
export async function maySetUp(ctx: SetUpContext, token: string): Promise<boolean> {
  const db = installationDb(ctx);
  return !(await hasOperator(db)) && isSetUpLinkLive(db, hashToken(token), ctx.now);
}

export interface FirstOperator {
  /** The organisation that runs this installation. */
  readonly company: string;
  readonly email: string;
}

/**
 * Makes the holder of the link the first operator, and signs in their browser. The address counts as verified, because whoever can read the
 * server's output runs it. Throws `SetUpOver`.
 */
export async function setUp(
  ctx: Context,
  token: string,
  { company, email }: FirstOperator,
  browser: SigningIn,
): Promise<OpenedSession> {
  const { now, installation, audit } = ctx;
  const db = installationDb(ctx);
  // If two links are opened at the same time, the second waits here, and then finds that there is an operator.
  await consumeSetUpLinks(db);
  if ((await hasOperator(db)) || !(await useSetUpLink(db, hashToken(token), now))) throw new SetUpOver();
  const { termsVersion, sandbox } = installation;
  const terms = { version: termsVersion, acceptedAt: now, acceptedBy: email };
  const operator = { kind: "OPERATOR", company, domain: null, parentId: null, sandbox, terms } as const;
  const customerId = await insertCustomerOfInstallation(db, operator, now);
  const userId = await insertMemberOfInstallation(db, customerId, email, "SUPER_ADMIN", now);
  const member = await findMemberOfAnyCustomer(db, { customerId, userId }, termsVersion);
  if (!member) throw new Error(`organisation ${customerId} lost its first member`);
  const session = await openSession(ctx, { customerId, userId }, browser);
  const viewer = { ...member, sessionId: session.sessionId };
  await audit({
    viewer,
    operation: "setUp",
    action: "CREATE",
    resourceType: "ACCOUNT",
    resourceId: String(customerId),
  });
  return session;
}

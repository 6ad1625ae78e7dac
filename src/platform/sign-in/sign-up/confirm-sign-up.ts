import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import { hashToken } from "../../../ground/vault/index.ts";
import { issueFirstKey } from "../../api-keys/index.ts";
import {
  findMemberOfAnyCustomer,
  insertCustomerOfInstallation,
  insertMemberOfInstallation,
} from "../../customers/index.ts";
import { notifyAnyCustomer } from "../../notifications/index.ts";
import { MailLinkInvalid } from "../mail-link.ts";
import { type OpenedSession, openSession, type SigningIn } from "../sessions/index.ts";
import { checkOpen, type SignUp, signUpLife } from "./sign-up.ts";
import { consumeMailedSignUp, findMailedSignUp, listOperatorsOfInstallation, settleSignUp } from "./store.ts";

/** The result of opening a link: an organisation with its first key, or a place in the operator's queue. */
export type Confirmed =
  | { readonly kind: "waiting" }
  | {
      readonly kind: "opened";
      readonly customerId: number;
      readonly userId: number;
      /** Returned only here. */
      readonly apiKey: string | null;
      readonly session: OpenedSession | null;
    };

/** The organisation that the link would create. The link stays unused, because mail scanners open links too. */
export async function peekSignUp(ctx: Context, token: string): Promise<SignUp | undefined> {
  return findMailedSignUp(installationDb(ctx), hashToken(token), ctx.now);
}

/** Uses the link up. If the organisation is opened immediately, the browser is signed in. Throws `MailLinkInvalid` and `SignUpClosed`. */
export async function confirmSignUp(ctx: Context, token: string, browser: SigningIn | null): Promise<Confirmed> {
  const { installation, now } = ctx;
  checkOpen(installation);
  const db = installationDb(ctx);
  const asked = await consumeMailedSignUp(db, hashToken(token), now);
  if (!asked) throw new MailLinkInvalid();
  if (installation.signUp === "approval") {
    await settleSignUp(db, { ...asked, state: stepped(signUpLife, "wait", asked.state) }, now);
    await notifyOperators(ctx, asked);
    return { kind: "waiting" };
  }
  const seat = await openOrganisation(ctx, asked);
  const session = browser && (await openSession(ctx, seat, browser));
  return { kind: "opened", ...seat, session, apiKey: await issueFirstKey(ctx, seat) };
}

/** Notifies the operators that somebody is waiting, because nobody would notice otherwise. */
async function notifyOperators(ctx: Context, { signUpId, company, kind, email }: SignUp): Promise<void> {
  const side = kind === "BUYER" ? "buyer" : "seller";
  for (const customerId of await listOperatorsOfInstallation(installationDb(ctx)))
    await notifyAnyCustomer(ctx, customerId, {
      type: "sign_up.waiting",
      resourceType: "SIGN_UP",
      resourceId: signUpId,
      message: `${email} asks to open ${company} as a ${side}: approve or refuse it at GET /api/v2/operator/sign-ups`,
    });
}

/** Creates the organisation, with the requester as its administrator, under the terms that they have accepted. */
export async function openOrganisation(ctx: Context, asked: SignUp) {
  const { installation, now, audit } = ctx;
  const db = installationDb(ctx);
  const { company, kind, email, termsVersion, requestedAt } = asked;
  const terms = { version: termsVersion, acceptedAt: requestedAt, acceptedBy: email };
  const organisation = { kind, company, domain: null, parentId: null, sandbox: installation.sandbox, terms };
  const customerId = await insertCustomerOfInstallation(db, organisation, now);
  // The link was opened, so the address is verified; an existing person stays the same person.
  const userId = await insertMemberOfInstallation(db, customerId, email, "ADMIN", now);
  await settleSignUp(db, { ...asked, state: stepped(signUpLife, "open", asked.state), customerId }, now);
  const viewer = await findMemberOfAnyCustomer(db, { customerId, userId }, installation.termsVersion);
  if (!viewer) throw new Error(`organisation ${customerId} lost its first member`);
  const change = { operation: "confirmOrganisation", resourceType: "ACCOUNT", resourceId: String(customerId) };
  await audit({ ...change, viewer, action: "CREATE" });
  return { customerId, userId };
}

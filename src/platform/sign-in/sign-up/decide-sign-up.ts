import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { postMail } from "../../mail/index.ts";
import { requestMailLink } from "../request-mail-link.ts";
import { openOrganisation } from "./confirm-sign-up.ts";
import { SIGN_UP_PATH } from "./request-sign-up.ts";
import { type SignUp, signUpLife } from "./sign-up.ts";
import { lockSignUp, settleSignUp } from "./store.ts";

/** Opens the organisation, and mails the person a link that signs in. Throws `NotFound` and `InvalidState`. */
export async function approveSignUp(ctx: Context, signUpId: string): Promise<SignUp> {
  const asked = await take(ctx, signUpId);
  const state = stepped(signUpLife, "open", asked.state);
  const seat = await openOrganisation(ctx, asked);
  const { email, language, company: name } = asked;
  const link = { purpose: "sign_in", template: "welcome", path: "/sign-in?next=/console" } as const;
  await requestMailLink(ctx, { ...seat, ...link, email, language, name });
  return { ...asked, state, customerId: seat.customerId, decidedAt: ctx.now };
}

/** Tells the person why they were refused. Throws `NotFound` and `InvalidState`. */
export async function refuseSignUp(ctx: Context, signUpId: string, reason: string): Promise<SignUp> {
  const asked = await take(ctx, signUpId);
  const refused = { ...asked, state: stepped(signUpLife, "refuse", asked.state), reason };
  await settleSignUp(installationDb(ctx), refused, ctx.now);
  const { email: to, language } = asked;
  const { publicUrl } = ctx.installation;
  const name = new URL(publicUrl).hostname;
  const link = `${publicUrl}${SIGN_UP_PATH}`;
  const letter = { to, language, name, link, reason, template: "refused", lifeMs: 0 } as const;
  await postMail(ctx, { customerId: NOBODY.customerId, ...letter });
  return { ...refused, decidedAt: ctx.now };
}

/** Nobody can decide on a sign-up whose link was not opened, because the address may belong to somebody else. */
async function take(ctx: Context, signUpId: string): Promise<SignUp> {
  const asked = await lockSignUp(installationDb(ctx), signUpId);
  if (!asked || asked.state === "mailed") throw new NotFound(`there is no sign-up ${signUpId}`);
  return asked;
}

import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { newToken } from "../../../ground/vault/index.ts";
import { postMail } from "../../mail/index.ts";
import { checkOpen, type SignUp } from "./sign-up.ts";
import { checkSignUp } from "./sign-up-form.ts";
import { countMailedSignUps, insertSignUp } from "./store.ts";

export const SIGN_UP_PATH = "/sign-up";
export const CONFIRM_PATH = "/sign-up/confirm";
const LIFE_MS = DAY_MS;
/** How many unopened links a mailbox may have, so that requests for somebody else cannot fill it. */
const MOST_MAILED = 5;

export interface SignUpForm extends Pick<SignUp, "company" | "kind" | "email" | "person" | "language"> {
  readonly termsVersion?: string | undefined;
}

/**
 * Mails a link that creates an organisation. Nobody is looked up, and only the request is stored, so the response and the work are the same
 * for every address. Throws `SignUpClosed`, and `Invalid` for invalid fields.
 */
export async function requestSignUp(ctx: Context, form: SignUpForm): Promise<void> {
  const { installation, random, now } = ctx;
  checkOpen(installation);
  checkSignUp(ctx, form);
  const db = installationDb(ctx);
  if ((await countMailedSignUps(db, form.email, now)) >= MOST_MAILED) return;
  const { token, hash } = newToken(random);
  const { company, kind, email, person, language } = form;
  const asked = { company, kind, email, person, language, termsVersion: installation.termsVersion };
  await insertSignUp(db, { ...asked, signUpId: newId("signUp", random) }, hash, now, after(now, LIFE_MS));
  const { publicUrl } = installation;
  const link = `${publicUrl}${CONFIRM_PATH}?${new URLSearchParams({ lang: language, token })}`;
  const name = new URL(publicUrl).hostname;
  await postMail(ctx, {
    customerId: NOBODY.customerId,
    to: email,
    template: "sign_up",
    language,
    name,
    link,
    lifeMs: LIFE_MS,
  });
}

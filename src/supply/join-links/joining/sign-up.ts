import { dayOf } from "../../../ground/kernel/clock.ts";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { insertPersonOfInstallation } from "../../../platform/customers/index.ts";
import { mailBrandOf } from "../../../platform/mail/index.ts";
import { requestMailLink } from "../../../platform/sign-in/index.ts";
import { checkSignUp } from "../../../platform/sign-in/sign-up/index.ts";
import { addToDaysOfAnySeller } from "../funnel/store.ts";
import { confirmPathOf, JoinLinkInvalid } from "../join-link.ts";
import type { OpenLink } from "../link-preview.ts";
import { findOpenLinkOfAnySeller } from "../store.ts";
import { admitNewBuyer, type JoiningPerson } from "./admit-buyer.ts";
import { seatOf } from "./person.ts";
import { findPersonOfInstallation, saveJoinRequest } from "./store.ts";

/** What an advertiser enters on the page of a join link, or sends over the API. */
export interface SignUp {
  readonly slug: string;
  readonly companyName: string;
  /** In lower case. */
  readonly email: string;
  readonly name?: string | undefined;
  /** BCP-47: the language of the mail. By default the storefront's first language, or English. */
  readonly language?: string | undefined;
  /** The version that was read; by default the current one. */
  readonly termsVersion?: string | undefined;
  readonly acceptTerms: true;
}

/**
 * A new person becomes a sponsored buyer. A person with an account gets a mail that asks whether it was them. The
 * response is the same in both cases, and so is the work, except for a row or two, so that nobody can find out here who
 * has an account. Throws `JoinLinkInvalid`, and `Invalid` if the terms that were read are not the current ones.
 */
export async function signUp(ctx: Context, form: SignUp): Promise<{ outcome: "check_mail" }> {
  if (!ctx.installation.signUpOpen) throw new JoinLinkInvalid();
  checkSignUp(ctx, form);
  const db = installationDb(ctx);
  const open = await findOpenLinkOfAnySeller(db, form.slug, ctx.now);
  if (!open) throw new JoinLinkInvalid();
  const asking = { joinLinkId: open.link.joinLinkId, email: form.email, language: languageOf(form, open) };
  // Of two concurrent submissions, the second waits here and then finds an existing person.
  const userId = await insertPersonOfInstallation(db, form.email, form.name ?? null, ctx.now);
  const proof =
    userId === undefined ? await askPerson(ctx, form, open, asking) : await admit(ctx, form, { ...asking, userId });
  const { storefrontName: name, ...look } = open.preview;
  const letter = { name, brand: mailBrandOf(look), path: confirmPathOf(form.slug) };
  await requestMailLink(ctx, { ...asking, ...proof, ...letter });
  // Comes last, because everybody else who joins by this link waits for the day's row until this transaction ends.
  const { customerId, joinLinkId } = open.link;
  await addToDaysOfAnySeller(db, [{ customerId, joinLinkId, day: dayOf(ctx.now), views: 0, started: 1 }]);
  return { outcome: "check_mail" };
}

/** What the link in the mail will confirm, and for whom. */
interface ProofWanted {
  readonly customerId: number;
  readonly userId: number;
  readonly purpose: "verify" | "sign_in" | "attach";
}

async function admit(ctx: Context, { companyName }: SignUp, newcomer: JoiningPerson): Promise<ProofWanted> {
  const terms = { version: ctx.installation.termsVersion, acceptedAt: ctx.now, acceptedBy: newcomer.email };
  const customerId = await admitNewBuyer(ctx, newcomer, { company: companyName, terms });
  return { customerId, userId: newcomer.userId, purpose: "verify" };
}

/** Entering an address into a form proves nothing, so nothing happens until the mail is answered. */
async function askPerson(
  ctx: Context,
  form: SignUp,
  { link }: OpenLink,
  asking: Omit<JoiningPerson, "userId">,
): Promise<ProofWanted> {
  const person = await findPersonOfInstallation(installationDb(ctx), { email: form.email }, link.storefrontId);
  if (!person) throw new Error("somebody who is known is not found");
  const { userId, verified, memberships } = person;
  const [oldest] = memberships;
  if (!oldest) return admit(ctx, form, { ...asking, userId });
  const seat = seatOf(memberships);
  if (seat.kind === "joined") return { customerId: seat.customerId, userId, purpose: verified ? "sign_in" : "verify" };
  const { customerId } = oldest;
  await request(ctx, form, { ...asking, userId }, customerId);
  return { customerId, userId, purpose: "attach" };
}

async function request(ctx: Context, form: SignUp, newcomer: JoiningPerson, customerId: number): Promise<void> {
  const { joinLinkId, userId, email, language } = newcomer;
  await saveJoinRequest(ctx.db, {
    customerId,
    userId,
    joinLinkId,
    company: form.companyName,
    language,
    termsVersion: ctx.installation.termsVersion,
    requestedAt: ctx.now,
  });
  await ctx.audit({
    viewer: { customerId, userId, email },
    operation: "signUp",
    action: "CREATE",
    resourceType: "JOIN_REQUEST",
    resourceId: String(joinLinkId),
  });
}

function languageOf({ language }: SignUp, { preview }: OpenLink): string {
  return language ?? preview.supportedLanguages?.[0] ?? "en";
}

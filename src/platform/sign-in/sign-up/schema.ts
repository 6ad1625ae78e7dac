import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { takeSkip } from "../../../ground/kernel/query.ts";
import type { Confirmed } from "./confirm-sign-up.ts";
import type { SignUp } from "./sign-up.ts";
import { SignUpFields } from "./sign-up-form.ts";

export const NewOrganisationBody = SignUpFields.extend({
  side: z.enum(["buyer", "storefront"]).describe("Whether it buys or sells"),
}).meta({ id: "NewOrganisation" });

/** The same answer for everybody, so that nothing reveals whether there is an account. */
export const RequestedView = z.object({ status: z.literal("check_mail") }).meta({ id: "OrganisationRequested" });

export const ConfirmOrganisationBody = z
  .object({ token: z.string().min(1).max(512).describe("From the link in the email; it can be used once") })
  .meta({ id: "ConfirmOrganisation" });

export const ConfirmedView = z
  .object({
    status: z.enum(["opened", "waiting"]).describe("waiting: an operator decides, and you are notified by email"),
    customerId: z.int().nullable().describe("Your organisation"),
    apiKey: z.string().nullable().describe("Its first API key, shown only once; null while you wait"),
  })
  .meta({ id: "OrganisationConfirmed" });

export const SignUpPath = z.object({ signUpId: z.string().max(64) });

export const SignUpListQuery = z.object({
  ...takeSkip,
  status: z.enum(["waiting", "opened", "refused"]).default("waiting"),
});

export const RefuseBody = z
  .object({ reason: z.string().trim().min(1).max(1_000).describe("Sent to the person by email") })
  .meta({ id: "RefuseSignUp" });

export const OrganisationSignUpView = z
  .object({
    id: z.string(),
    companyName: z.string(),
    side: z.enum(["buyer", "storefront"]),
    email: z.string(),
    name: z.string().nullable(),
    language: z.string(),
    termsVersion: z.string(),
    status: z.enum(["mailed", "waiting", "opened", "refused"]),
    reason: z.string().nullable(),
    customerId: z.int().nullable().describe("The organisation that was created"),
    requestedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "OrganisationSignUp" });

export function viewOf(signUp: SignUp): z.input<typeof OrganisationSignUpView> {
  const { signUpId: id, company: companyName, person: name, kind, state: status, ...same } = signUp;
  const { email, language, termsVersion, reason, customerId, requestedAt, decidedAt } = same;
  const side = kind === "BUYER" ? "buyer" : "storefront";
  const said = { id, companyName, side, email, name, language, termsVersion, status, reason, customerId } as const;
  return { ...said, requestedAt: requestedAt.toISOString(), decidedAt: instantOf(decidedAt) };
}

export function viewOfConfirmed(confirmed: Confirmed): z.input<typeof ConfirmedView> {
  if (confirmed.kind === "waiting") return { status: "waiting", customerId: null, apiKey: null };
  const { customerId, apiKey } = confirmed;
  return { status: "opened", customerId, apiKey };
}

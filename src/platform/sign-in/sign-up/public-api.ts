import { Invalid } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { MailLinkInvalid } from "../mail-link.ts";
import { confirmSignUp } from "./confirm-sign-up.ts";
import { requestSignUp } from "./request-sign-up.ts";
import {
  ConfirmedView,
  ConfirmOrganisationBody,
  NewOrganisationBody,
  RequestedView,
  viewOfConfirmed,
} from "./schema.ts";
import { SignUpClosed } from "./sign-up.ts";

const shared = {
  api: "platform",
  method: "post",
  tag: "Sign-up",
  access: "public",
  reach: "installation",
  ours: true,
} as const;

export const requestOrganisation = operation({
  ...shared,
  id: "requestOrganisation",
  path: "/sign-up",
  summary: "Sign up: request an organisation that buys or sells",
  description:
    "Emails a link that creates it or, if an operator must approve, queues it for review. The answer is the same for every address.",
  limit: "sign_up",
  body: NewOrganisationBody,
  answer: RequestedView,
  status: 202,
  errors: [Invalid, SignUpClosed],
  async handle({ body }, ctx) {
    const { companyName: company, name: person = null, side, email, language = "en", termsVersion } = body;
    const kind = side === "buyer" ? "BUYER" : "SELLER";
    await requestSignUp(ctx, { company, person, kind, email, language, termsVersion });
    return { status: "check_mail" as const };
  },
});

export const confirmOrganisation = operation({
  ...shared,
  id: "confirmOrganisation",
  path: "/sign-up/confirm",
  summary: "Open the link of a sign-up email",
  description: "For agents, which need a key and no session. People open the link in a browser.",
  limit: "sign_in",
  body: ConfirmOrganisationBody,
  answer: ConfirmedView,
  errors: [MailLinkInvalid, SignUpClosed],
  handle: async ({ body }, ctx) => viewOfConfirmed(await confirmSignUp(ctx, body.token, null)),
});

import { Invalid } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { MailLinkInvalid } from "../../platform/sign-in/index.ts";
import { readJoinContext } from "./join-context.ts";
import { JoinLinkInvalid } from "./join-link.ts";
import { confirmByMail } from "./joining/confirm-sign-up.ts";
import { signUp as join } from "./joining/sign-up.ts";
import { ConfirmBody, JoinedView, JoinLinkContextView, SignUpBody, SignUpView, SlugPath } from "./schema.ts";

/** Seed 001: no key, no ids, and no error except for a malformed slug. */
export const getJoinContext = operation({
  id: "getJoinContext",
  api: "storefront",
  method: "get",
  path: "/join-context/{slug}",
  summary: "See whose join link this is",
  description:
    "A link that is missing, disabled, expired, used up or closed is not valid; the answer does not say which.",
  tag: "Joining",
  access: "public",
  reach: "installation",
  params: SlugPath,
  answer: JoinLinkContextView,
  async handle({ params }, ctx) {
    const context = await readJoinContext(ctx, params.slug);
    return { ...context, supportedLanguages: context.supportedLanguages && [...context.supportedLanguages] };
  },
});

/** Our own operation: the contract leaves open how somebody joins (storefront contract G1). */
export const signUp = operation({
  id: "signUp",
  api: "storefront",
  method: "post",
  path: "/join/{slug}/signup",
  summary: "Join a storefront through its link",
  description:
    "Creates a buyer organisation that sees only this storefront, and emails its first member a link. Somebody who already has an " +
    "account gets a link with which one of their organisations can join; the answer is the same.",
  tag: "Joining",
  access: "public",
  reach: "installation",
  limit: "sign_up",
  params: SlugPath,
  body: SignUpBody,
  answer: SignUpView,
  status: 201,
  errors: [Invalid, JoinLinkInvalid],
  async handle({ params, body }, ctx) {
    const { outcome } = await join(ctx, { ...body, slug: params.slug });
    return { status: outcome };
  },
});

export const confirmSignUp = operation({
  id: "confirmSignUp",
  api: "storefront",
  method: "post",
  path: "/join/confirm",
  summary: "Confirm your email address with the link from the email",
  description:
    "The token can be used once. If you are admitted, the answer contains your organisation's first API key.",
  tag: "Joining",
  access: "public",
  reach: "installation",
  limit: "sign_in",
  body: ConfirmBody,
  answer: JoinedView,
  errors: [JoinLinkInvalid, MailLinkInvalid],
  async handle({ body }, ctx) {
    const { firstKey, ...joined } = await confirmByMail(ctx, body.token);
    return { ...joined, apiKey: firstKey };
  },
});

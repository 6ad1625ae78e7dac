import { z } from "zod";
import { installationDb } from "../../../ground/kernel/context.ts";
import { InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf } from "../../../ground/kernel/query.ts";
import { approveSignUp as approve, refuseSignUp as refuse } from "./decide-sign-up.ts";
import { OrganisationSignUpView, RefuseBody, SignUpListQuery, SignUpPath, viewOf } from "./schema.ts";
import { listSignUps as list } from "./store.ts";

const shared = { api: "operator", tag: "Sign-up", access: "operate", ours: true } as const;
const deciding = {
  ...shared,
  method: "post",
  params: SignUpPath,
  answer: OrganisationSignUpView,
  errors: [NotFound, InvalidState],
  refs: { "params.signUpId": "signUp" },
} as const;

export const listSignUps = operation({
  ...shared,
  id: "listSignUps",
  method: "get",
  path: "/sign-ups",
  summary: "List sign-ups with a confirmed email address; by default those waiting for you",
  query: SignUpListQuery,
  paging: "take/skip",
  answer: z.object({ signUps: z.array(OrganisationSignUpView), total: z.int() }),
  async handle({ query }, ctx) {
    const { signUps, total } = await list(installationDb(ctx), query.status, pageOf(query));
    return { signUps: signUps.map(viewOf), total };
  },
});

export const approveSignUp = operation({
  ...deciding,
  id: "approveSignUp",
  path: "/sign-ups/{signUpId}/approve",
  summary: "Approve a sign-up: create the organisation, and email the person a sign-in link",
  audit: { resource: "SIGN_UP", action: "UPDATE" },
  handle: async ({ params }, ctx) => viewOf(await approve(ctx, params.signUpId)),
});

export const refuseSignUp = operation({
  ...deciding,
  id: "refuseSignUp",
  path: "/sign-ups/{signUpId}/refuse",
  summary: "Refuse a sign-up, and email the person the reason",
  body: RefuseBody,
  audit: { resource: "SIGN_UP", action: "UPDATE" },
  handle: async ({ params, body }, ctx) => viewOf(await refuse(ctx, params.signUpId, body.reason)),
});

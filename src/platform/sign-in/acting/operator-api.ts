import { wallOf } from "../../../ground/kernel/context.ts";
import { AccessDenied, BadRequest, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { startActing as start } from "./change-acting.ts";
import { ActingGrantView, StartActingBody, viewOf } from "./schema.ts";

export const startActing = operation({
  id: "startActing",
  api: "operator",
  method: "post",
  path: "/acting-grants",
  summary: "Act for an organisation: with a reason, for a limited time, in this browser",
  description:
    "From then on the session's requests may name the organisation in X-Interchange-Organisation. They can read " +
    "and, with `mayWrite`, change what a member may change; people, keys, terms and everything reserved for " +
    "administrators stay with the organisation. It is notified and sees the reason; both audit logs record it.",
  tag: "Organisations",
  ours: true,
  access: "operate",
  body: StartActingBody,
  answer: ActingGrantView,
  status: 201,
  errors: [AccessDenied, BadRequest, NotFound],
  refs: { "body.customerId": "customer" },
  audit: { resource: "ACTING_GRANT", idIn: "id" },
  handle: async ({ body }, ctx) => viewOf(await start(ctx, body), wallOf(ctx)),
});

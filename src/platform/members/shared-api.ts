import { z } from "zod";
import { AccessDenied, Conflict, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { changeRole, removeMember as remove } from "./change-member.ts";
import { MemberListQuery, MemberPath, MemberView, RoleBody, viewOf } from "./schema.ts";
import { listMembers as list } from "./store.ts";

const shared = {
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  tag: "Members",
  access: "manage",
} as const;

export const listMembers = operation({
  ...shared,
  id: "listMembers",
  method: "get",
  path: "/members",
  summary: "List the members of your organisation",
  query: MemberListQuery,
  paging: "take/skip",
  answer: z.object({ members: z.array(MemberView), total: z.int() }),
  async handle({ query }, { db, viewer }) {
    const { members, total } = await list(db, viewer.customerId, pageOf(query));
    return { members: members.map(viewOf), total };
  },
});

export const changeMemberRole = operation({
  ...shared,
  id: "changeMemberRole",
  method: "put",
  path: "/members/{userId}",
  summary: "Change a member's role in your organisation",
  description:
    "A MEMBER buys and sells, an ADMIN also manages people, keys and webhooks. The last administrator cannot be demoted.",
  params: MemberPath,
  body: RoleBody,
  answer: MemberView,
  errors: [NotFound, Conflict, AccessDenied],
  refs: { "params.userId": "member" },
  audit: { resource: "MEMBER" },
  handle: async ({ params, body }, ctx) => viewOf(await changeRole(ctx, params.userId, body.role)),
});

export const removeMember = operation({
  ...shared,
  id: "removeMember",
  method: "delete",
  path: "/members/{userId}",
  summary: "Remove a member from your organisation",
  description:
    "Their API keys here are revoked and their browsers signed out. The last administrator cannot be removed.",
  params: MemberPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound, Conflict, AccessDenied],
  refs: { "params.userId": "member" },
  audit: { resource: "MEMBER" },
  async handle({ params }, ctx) {
    await remove(ctx, params.userId);
    return null;
  },
});

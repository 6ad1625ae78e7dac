import { z } from "zod";
import { wallOf } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf, takeSkip } from "../../../ground/kernel/query.ts";
import { endActing as end } from "./change-acting.ts";
import { ActingGrantView, GrantPath, viewOf } from "./schema.ts";
import { grantOwnerOf, listActingGrants as list } from "./store.ts";

const shared = { api: "platform", tag: "Organisations", ours: true } as const;

export const listActingGrants = operation({
  ...shared,
  id: "listActingGrants",
  method: "get",
  path: "/acting-grants",
  summary: "List the operators who acted for your organisation, newest first",
  description: "For an operator: all organisations.",
  access: "read",
  query: z.object(takeSkip),
  paging: "take/skip",
  answer: z.object({ grants: z.array(ActingGrantView), total: z.int() }),
  async handle({ query }, ctx) {
    const { grants, total } = await list(ctx.db, grantOwnerOf(ctx.viewer), pageOf(query));
    return { grants: grants.map((grant) => viewOf(grant, wallOf(ctx))), total };
  },
});

export const endActing = operation({
  ...shared,
  id: "endActing",
  method: "delete",
  path: "/acting-grants/{grantId}",
  summary: "Stop an operator acting for an organisation, immediately",
  description: "An operator can stop anybody, an administrator only those acting for their own organisation.",
  access: "manage",
  beforeTerms: true,
  params: GrantPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  refs: { "params.grantId": "actingGrant" },
  audit: { resource: "ACTING_GRANT" },
  async handle({ params }, ctx) {
    await end(ctx, params.grantId);
    return null;
  },
});

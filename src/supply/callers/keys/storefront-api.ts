import { z } from "zod";
import { wallOf } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf } from "../../../ground/kernel/query.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import { issueCallerKey } from "./issue-caller-key.ts";
import { CallerKeyListQuery, CallerKeyPath, CallerKeyView, NewCallerKeyBody, viewOf } from "./schema.ts";
import { listEndingKeys, listCallerKeys as listKeys, revokeCallerKey as revoke } from "./store.ts";

const all = { api: "storefront", path: "/caller-keys", tag: "Caller keys" } as const;

export const listCallerKeys = operation({
  ...all,
  id: "listCallerKeys",
  method: "get",
  summary: "List the caller keys of your storefront",
  description: "Newest first, including expired keys that have not been revoked.",
  access: "read",
  query: CallerKeyListQuery,
  paging: "take/skip",
  answer: z.object({ items: z.array(CallerKeyView), total: z.int() }),
  errors: [NotFound],
  async handle({ query }, ctx) {
    const { customerId } = await getOwnStorefront(ctx);
    const page = pageOf(query);
    const { expiresBefore } = query;
    const { keys, total } = await (expiresBefore === undefined
      ? listKeys(ctx.db, customerId, page)
      : listEndingKeys(ctx.db, customerId, { from: wallOf(ctx), to: new Date(expiresBefore) }, page));
    return { items: keys.map(viewOf), total };
  },
});

export const createCallerKey = operation({
  ...all,
  id: "createCallerKey",
  method: "post",
  summary: "Create a caller key for a buyer of another system",
  description:
    "Its holder buys over AdCP at /storefront/{platformId}/mcp and /a2a, even while the storefront is not listed, " +
    "and can access nothing else. What it buys and declares belongs to this key: no other key sees it, not even " +
    "the same buyer's next key. The key is shown once: hand it over securely.",
  access: "manage",
  body: NewCallerKeyBody,
  answer: CallerKeyView.extend({ key: z.string().describe("The key itself: shown only once") }).meta({
    id: "CreatedCallerKey",
  }),
  secretAnswer: true,
  status: 201,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  audit: { resource: "CALLER_KEY", idIn: "id" },
  async handle({ body }, ctx) {
    const { callerKey, key } = await issueCallerKey(ctx, body);
    return { ...viewOf(callerKey), key };
  },
});

export const revokeCallerKey = operation({
  ...all,
  id: "revokeCallerKey",
  method: "delete",
  path: "/caller-keys/{callerKeyId}",
  summary: "Revoke a caller key of your storefront",
  description: "It stops working with its next request. What was bought with it continues.",
  access: "manage",
  params: CallerKeyPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  refs: { "params.callerKeyId": "callerKey" },
  audit: { resource: "CALLER_KEY" },
  async handle({ params: { callerKeyId } }, ctx) {
    if (await revoke(ctx.db, ctx.viewer.customerId, callerKeyId, wallOf(ctx))) return null;
    throw new NotFound(`there is no caller key ${callerKeyId}`);
  },
});

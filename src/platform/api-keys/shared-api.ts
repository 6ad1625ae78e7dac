import { z } from "zod";
import { AccessDenied, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { may } from "../../ground/kernel/viewer.ts";
import { AccountView, viewOfSeat } from "../customers/index.ts";
import { moveKey } from "./holders/move-key.ts";
import { createKey, revokeKey } from "./manage-keys.ts";
import { ApiKeyListQuery, ApiKeyPath, ApiKeyView, NewApiKeyBody, SwitchBody, viewOf } from "./schema.ts";
import { listApiKeys as list } from "./store.ts";

const shared = {
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
} as const;

export const listApiKeys = operation({
  ...shared,
  id: "listApiKeys",
  method: "get",
  path: "/api-keys",
  summary: "List your API keys or, as an administrator, all keys of your organisation",
  tag: "API keys",
  access: "read",
  query: ApiKeyListQuery,
  paging: "take/skip",
  answer: z.object({ apiKeys: z.array(ApiKeyView), total: z.int() }),
  async handle({ query }, { db, viewer }) {
    const holder = may({ ...viewer, readOnly: false }, "manage") ? undefined : (viewer.userId ?? 0);
    const { keys, total } = await list(db, viewer.customerId, holder, pageOf(query));
    return { apiKeys: keys.map(viewOf), total };
  },
});

export const createApiKey = operation({
  ...shared,
  id: "createApiKey",
  method: "post",
  path: "/api-keys",
  summary: "Create an API key for yourself",
  description: "It acts as you do, with your role. The key is shown once: store it.",
  tag: "API keys",
  access: "write",
  personal: true,
  body: NewApiKeyBody,
  answer: ApiKeyView.extend({ apiKey: z.string().describe("The key itself: shown only once") }).meta({
    id: "CreatedApiKey",
  }),
  secretAnswer: true,
  status: 201,
  errors: [Invalid, AccessDenied],
  audit: { resource: "API_KEY", idIn: "id" },
  async handle({ body }, ctx) {
    const { apiKey, key } = await createKey(ctx, body);
    return { ...viewOf(apiKey), apiKey: key };
  },
});

export const revokeApiKey = operation({
  ...shared,
  id: "revokeApiKey",
  method: "delete",
  path: "/api-keys/{apiKeyId}",
  summary: "Revoke one of your API keys or, as an administrator, any key of your organisation",
  description: "It stops working with its next request, or two seconds later if it has just been used for a read.",
  tag: "API keys",
  access: "write",
  personal: true,
  params: ApiKeyPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  refs: { "params.apiKeyId": "apiKey" },
  audit: { resource: "API_KEY" },
  async handle({ params }, ctx) {
    await revokeKey(ctx, params.apiKeyId);
    return null;
  },
});

export const switchAccount = operation({
  ...shared,
  id: "switchAccount",
  method: "post",
  path: "/accounts/switch",
  summary: "Let your key act for another of your organisations",
  description:
    "This applies from the next request on, with your role there, until you switch again or are no longer a member. " +
    "GET /accounts lists your organisations; switch to your key's own organisation to go back.",
  tag: "Accounts",
  access: "write",
  personal: true,
  beforeTerms: true,
  body: SwitchBody,
  answer: AccountView,
  errors: [AccessDenied],
  refs: { "body.customerId": "customer" },
  audit: { resource: "ACCOUNT", action: "UPDATE", idIn: "id" },
  async claim({ body }, { viewer }) {
    if (!viewer.key)
      throw new AccessDenied(
        "an application acts only for the organisation that it was connected for: connect it again for another one",
      );
    return { ...viewer.key, targetId: body.customerId };
  },
  call: (move, { perform }) => perform(moveKey, move),
  async settle({ targetId }, seat) {
    if (!seat)
      throw new AccessDenied(
        `you are not a member of organisation ${targetId}: GET /accounts lists your organisations`,
      );
    return viewOfSeat(seat);
  },
});

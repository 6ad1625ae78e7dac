import { z } from "zod";
import { Conflict, Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import {
  addPublisher,
  readPublishers,
  recheckPublishers,
  removePublisher,
  replacePublishers,
} from "./change-publishers.ts";
import { PublisherBody, PublisherListView, PublisherPath, PublishersBody, viewOf } from "./schema.ts";

const all = { api: "storefront", path: "/publishers", tag: "Publishers", answer: PublisherListView } as const;

export const listStorefrontPublishers = operation({
  ...all,
  id: "listStorefrontPublishers",
  method: "get",
  summary: "List the publishers that you sell for, and whether they confirm it",
  description:
    "Each publisher's adagents.json is read once a day. It authorises you by listing your agent, " +
    "{PUBLIC_URL}/storefront/{platformId}/mcp, or by pointing with authoritative_location to the adagents.json " +
    "that this server publishes for you at {PUBLIC_URL}/storefront/{platformId}/.well-known/adagents.json.",
  access: "read",
  errors: [NotFound],
  handle: async (_, ctx) => viewOf(await readPublishers(ctx)),
});

export const replaceStorefrontPublishers = operation({
  ...all,
  id: "replaceStorefrontPublishers",
  method: "put",
  summary: "Declare the publishers that you sell for",
  description:
    "The whole list: publishers that are omitted are removed. One invalid domain fails the whole call. " +
    "What you declare is public, in your adagents.json. Publishers are checked after the answer; read the list " +
    "again a moment later.",
  access: "write",
  body: PublishersBody,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "PUBLISHER" },
  handle: async ({ body }, ctx) => viewOf(await replacePublishers(ctx, body.publishers)),
});

export const addStorefrontPublisher = operation({
  ...all,
  id: "addStorefrontPublisher",
  method: "post",
  summary: "Add a publisher that you sell for",
  access: "write",
  body: PublisherBody,
  status: 201,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "PUBLISHER" },
  handle: async ({ body }, ctx) => viewOf(await addPublisher(ctx, body.domain)),
});

/** Not in the published contract: it shows a change at a publisher before the day is over. */
export const checkStorefrontPublishers = operation({
  ...all,
  id: "checkStorefrontPublishers",
  method: "post",
  path: "/publishers/check",
  summary: "Check your publishers' adagents.json again",
  description: "They are asked after the answer; read the list again a moment later.",
  access: "write",
  status: 202,
  errors: [InvalidState, NotFound],
  audit: { resource: "PUBLISHER", action: "UPDATE" },
  handle: async (_, ctx) => viewOf(await recheckPublishers(ctx)),
});

export const removeStorefrontPublisher = operation({
  ...all,
  id: "removeStorefrontPublisher",
  method: "delete",
  path: "/publishers/{domain}",
  summary: "Remove a publisher that you sell for",
  description: "Removing one that is not in the list succeeds. One that you did not declare cannot be removed.",
  access: "write",
  params: PublisherPath,
  answer: z.null(),
  status: 204,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  refs: { "params.domain": "publisher" },
  audit: { resource: "PUBLISHER" },
  async handle({ params }, ctx) {
    await removePublisher(ctx, params.domain);
    return null;
  },
});

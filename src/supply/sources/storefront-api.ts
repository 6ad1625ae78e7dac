import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { Conflict, Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { linksOfSources } from "../links/index.ts";
import { addSource, draftSource } from "./add-source.ts";
import { changeSource, draftChange, draftCheck, getSource, removeSource } from "./change-source.ts";
import { checkConnection } from "./check-connection.ts";
import { consentAt, prepareConsent } from "./consents/offer-consent.ts";
import { NewSourceBody, SourceChangeBody, SourcePath, SourceView, viewOf } from "./schema.ts";
import type { Source } from "./source.ts";
import { listSources } from "./store.ts";

export const listInventorySources = operation({
  id: "listInventorySources",
  api: "storefront",
  method: "get",
  path: "/inventory-sources",
  summary: "List your inventory sources",
  tag: "Inventory sources",
  access: "read",
  answer: z.array(SourceView),
  handle: async (_, ctx) => viewsOf(ctx, await listSources(ctx.db, ctx.viewer.customerId)),
});

export const createInventorySource = operation({
  id: "createInventorySource",
  api: "storefront",
  method: "post",
  path: "/inventory-sources",
  summary: "Add an inventory source: an agent, or link another storefront to sell from",
  description:
    "The agent is asked for its capabilities before the response: a source whose agent answers is ACTIVE " +
    "immediately, any other stays PENDING, and connectionError says why and what to do. A LINKED_STOREFRONT is " +
    "another storefront of this market: it stays PENDING until that storefront's operator approves the link; " +
    "linkedStorefront has its status. For an OAUTH source, the response contains oauth.authorizationUrl.",
  tag: "Inventory sources",
  access: "write",
  reach: "market",
  body: NewSourceBody,
  answer: SourceView,
  status: 201,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  audit: { resource: "INVENTORY_SOURCE", idIn: "sourceId" },
  claim: ({ body }, ctx) => draftSource(ctx, body),
  call: async ({ source, auth }, ctx) => ({
    checked: await checkConnection(source, auth, ctx),
    begin: await prepareConsent(source, ctx),
  }),
  async settle(draft, { checked, begin }, ctx) {
    const source = await addSource(ctx, draft, checked);
    return { ...(await fullViewOf(ctx, source)), ...(await consentAt(source, begin, ctx)) };
  },
});

export const getInventorySource = operation({
  id: "getInventorySource",
  api: "storefront",
  method: "get",
  path: "/inventory-sources/{sourceId}",
  summary: "Get an inventory source",
  tag: "Inventory sources",
  access: "read",
  params: SourcePath,
  answer: SourceView,
  errors: [NotFound],
  refs: { "params.sourceId": "source" },
  handle: async ({ params }, ctx) => fullViewOf(ctx, await getSource(ctx, params.sourceId)),
});

export const updateInventorySource = operation({
  id: "updateInventorySource",
  api: "storefront",
  method: "put",
  path: "/inventory-sources/{sourceId}",
  summary: "Update an inventory source, rotate its credential, or enable or disable it",
  description:
    "Omitted fields stay as they are, including the credential. Changing how the agent is reached, or setting status ACTIVE, asks the agent " +
    "again; a source cannot be enabled while its agent does not answer.",
  tag: "Inventory sources",
  access: "write",
  params: SourcePath,
  body: SourceChangeBody,
  answer: SourceView,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  refs: { "params.sourceId": "source" },
  audit: { resource: "INVENTORY_SOURCE" },
  claim: async ({ params, body }, ctx) => ({ body, change: await draftChange(ctx, params.sourceId, body) }),
  call: async ({ change: { after, auth, check } }, ctx) => ({
    checked: check ? await checkConnection(after, auth, ctx) : undefined,
    begin: check ? await prepareConsent(after, ctx) : undefined,
  }),
  async settle({ body, change }, { checked, begin }, ctx) {
    const source = await changeSource(ctx, body, change, checked);
    return { ...(await fullViewOf(ctx, source)), ...(await consentAt(source, begin, ctx)) };
  },
});

/** Not in the published contract: it repeats a check without changing anything. */
export const checkInventorySource = operation({
  id: "checkInventorySource",
  api: "storefront",
  method: "post",
  path: "/inventory-sources/{sourceId}/check",
  summary: "Check the agent behind a source again",
  tag: "Inventory sources",
  access: "write",
  params: SourcePath,
  answer: SourceView,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  refs: { "params.sourceId": "source" },
  // The path ends in a verb, so the resource's id is taken from the answer.
  audit: { resource: "INVENTORY_SOURCE", action: "UPDATE", idIn: "sourceId" },
  claim: ({ params }, ctx) => draftCheck(ctx, params.sourceId),
  call: ({ after, auth }, ctx) => checkConnection(after, auth, ctx),
  settle: async (change, checked, ctx) => fullViewOf(ctx, await changeSource(ctx, {}, change, checked)),
});

export const deleteInventorySource = operation({
  id: "deleteInventorySource",
  api: "storefront",
  method: "delete",
  path: "/inventory-sources/{sourceId}",
  summary: "Remove an inventory source",
  tag: "Inventory sources",
  access: "write",
  params: SourcePath,
  answer: z.null(),
  status: 204,
  errors: [Invalid, InvalidState, NotFound],
  refs: { "params.sourceId": "source" },
  audit: { resource: "INVENTORY_SOURCE" },
  async handle({ params }, ctx) {
    await removeSource(ctx, params.sourceId);
    return null;
  },
});

async function viewsOf({ db, viewer }: Context, sources: readonly Source[]): Promise<z.input<typeof SourceView>[]> {
  const linked = sources.filter(({ executionType }) => executionType === "LINKED_STOREFRONT");
  const numbers = linked.map(({ inventorySourceId }) => inventorySourceId);
  const links = await linksOfSources(db, viewer.customerId, numbers);
  return sources.map((source) => viewOf(source, links.get(source.inventorySourceId)));
}

async function fullViewOf(ctx: Context, source: Source): Promise<z.input<typeof SourceView>> {
  const [view = viewOf(source)] = await viewsOf(ctx, [source]);
  return view;
}

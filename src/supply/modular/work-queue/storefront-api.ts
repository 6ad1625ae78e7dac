import type { z } from "zod";
import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { getOwnSource } from "../own-source.ts";
import { SourcePath } from "../schema.ts";
import { changeItem, noSuchItem, operatorIn } from "./change-item.ts";
import { completeItem } from "./complete-item.ts";
import {
  CompletionBody,
  detailViewOf,
  ItemChangeBody,
  ItemDetailView,
  ItemListView,
  ItemMutationView,
  ItemPath,
  ItemQuery,
  itemViewOf,
  listViewOf,
  QueueQuery,
} from "./schema.ts";
import { findWorkItem, listEvents, listWorkItems } from "./store.ts";

const ofItem = {
  api: "storefront",
  tag: "Modular sources",
  params: ItemPath,
  refs: { "params.sourceId": "modularSource", "params.workItemId": "workItem" },
} as const;

export const listModularInventorySourceWorkItems = operation({
  id: "listModularInventorySourceWorkItems",
  api: "storefront",
  method: "get",
  path: "/inventory-sources/{sourceId}/modular/work-items",
  summary: "List the work items of a modular source",
  description: "Oldest first; by default only open ones, see `status`. Approvals have their own lists.",
  tag: "Modular sources",
  access: "read",
  params: SourcePath,
  query: ItemQuery,
  answer: ItemListView,
  errors: [NotFound],
  refs: { "params.sourceId": "modularSource" },
  async handle({ params, query }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    return listViewOf(await listWorkItems(ctx.db, source, filterOf(query, ctx), query.limit), query.limit);
  },
});

/** Not in the published contract. */
export const listWorkQueue = operation({
  id: "listWorkQueue",
  api: "storefront",
  method: "get",
  path: "/work-items",
  summary: "List the work items of all your modular sources",
  tag: "Modular sources",
  ours: true,
  access: "read",
  query: QueueQuery,
  answer: ItemListView,
  errors: [NotFound],
  refs: { "query.sourceId": "modularSource" },
  async handle({ query }, ctx) {
    const { customerId } = ctx.viewer;
    const source = query.sourceId === undefined ? undefined : await getOwnSource(ctx, query.sourceId);
    const of = { customerId, inventorySourceId: source?.inventorySourceId ?? null };
    return listViewOf(await listWorkItems(ctx.db, of, filterOf(query, ctx), query.limit), query.limit);
  },
});

export const getModularInventorySourceWorkItem = operation({
  ...ofItem,
  id: "getModularInventorySourceWorkItem",
  method: "get",
  path: "/inventory-sources/{sourceId}/modular/work-items/{workItemId}",
  summary: "Get a work item with its history",
  access: "read",
  answer: ItemDetailView,
  errors: [NotFound],
  async handle({ params }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    const item = await findWorkItem(ctx.db, source, params.workItemId);
    if (!item) throw noSuchItem(params.workItemId);
    return detailViewOf(item, await listEvents(ctx.db, source.customerId, item.workItemId));
  },
});

export const updateModularInventorySourceWorkItem = operation({
  ...ofItem,
  id: "updateModularInventorySourceWorkItem",
  method: "patch",
  path: "/inventory-sources/{sourceId}/modular/work-items/{workItemId}",
  summary: "Take a work item, say what blocks it, or add notes",
  access: "write",
  body: ItemChangeBody,
  answer: ItemMutationView,
  errors: [Conflict, Invalid, NotFound],
  audit: { resource: "WORK_ITEM" },
  async handle({ params, body }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    return { ok: true as const, item: itemViewOf(await changeItem(ctx, source, params.workItemId, body)) };
  },
});

export const completeModularInventorySourceWorkItem = operation({
  ...ofItem,
  id: "completeModularInventorySourceWorkItem",
  method: "post",
  path: "/inventory-sources/{sourceId}/modular/work-items/{workItemId}/complete",
  summary: "Complete a work item with its result",
  description:
    "Its result must have the fields in `requiredResultFields`. Completing it again returns `changed: false`; an item that was " +
    "cancelled with its booking is a conflict.",
  access: "write",
  body: CompletionBody,
  bodyOptional: true,
  answer: ItemMutationView,
  errors: [Conflict, Invalid, NotFound],
  audit: { resource: "WORK_ITEM", action: "UPDATE", idIn: "item.id" },
  async handle({ params, body }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    const { item, changed } = await completeItem(ctx, source, params.workItemId, body, operatorIn(ctx));
    return { ok: true as const, item: itemViewOf(item), changed };
  },
});

function filterOf({ status, olderThanHours, ...query }: z.output<typeof ItemQuery>, { now }: Context) {
  const olderThan = olderThanHours === undefined ? undefined : after(now, -olderThanHours * HOUR_MS);
  return { ...query, statuses: status, olderThan };
}

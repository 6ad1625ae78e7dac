import { Conflict, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { createFeedSource } from "./create-feed-source.ts";
import { readStanding } from "./lifecycle/read-projection.ts";
import { ProjectionView, projectionViewOf } from "./lifecycle/schema.ts";
import { getOwnSource } from "./own-source.ts";
import { FeedSourceView, NewFeedSourceBody, SourcePath } from "./schema.ts";

export const createFeedModularInventorySource = operation({
  id: "createFeedModularInventorySource",
  api: "storefront",
  method: "post",
  path: "/inventory-sources/modular/feed",
  summary: "Add a modular source with a feed of avails",
  description:
    "For a publisher without an agent: avails come from a file, a ledger records what is sold, and people or modules do the rest. " +
    "Upload avails, attach modules for trafficking and reports, and the storefront sells it like any other source.",
  tag: "Modular sources",
  access: "write",
  body: NewFeedSourceBody,
  answer: FeedSourceView,
  status: 201,
  errors: [Conflict, InvalidState, NotFound],
  audit: { resource: "INVENTORY_SOURCE", idIn: "sourceId" },
  async handle({ body }, ctx) {
    const source = await createFeedSource(ctx, body);
    const { inventorySourceId, sourceId } = source;
    const projection = projectionViewOf(await readStanding(ctx, source));
    return { inventorySourceId: String(inventorySourceId), sourceId, projection };
  },
});

export const getModularInventorySourceReadiness = operation({
  id: "getModularInventorySourceReadiness",
  api: "storefront",
  method: "get",
  path: "/inventory-sources/{sourceId}/modular",
  summary: "Get the state of a modular source, stage by stage",
  description:
    "Which module handles which stage, what each still needs, and what is waiting for people. READY describes the present: a new avail or a new " +
    "media buy can change it.",
  tag: "Modular sources",
  access: "read",
  params: SourcePath,
  answer: ProjectionView,
  errors: [NotFound],
  refs: { "params.sourceId": "modularSource" },
  handle: async ({ params }, ctx) =>
    projectionViewOf(await readStanding(ctx, await getOwnSource(ctx, params.sourceId))),
});

import { z } from "zod";
import { Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf } from "../../../ground/kernel/query.ts";
import { getAdvertiser } from "../get-advertiser.ts";
import { AdvertiserPath } from "../schema.ts";
import {
  EventSourceListQuery,
  EventSourceView,
  eventSourceView,
  SyncEventSourcesBody,
  SyncedView,
  syncedView,
} from "./schema.ts";
import { listEventSources as list } from "./store.ts";
import { syncEventSources as sync } from "./sync-event-sources.ts";

export const listEventSources = operation({
  id: "listEventSources",
  api: "buyer",
  method: "get",
  path: "/advertisers/{advertiserId}/event-sources",
  summary: "List an advertiser's event sources and their health",
  tag: "Event sources",
  access: "read",
  params: AdvertiserPath,
  query: EventSourceListQuery,
  paging: "take/skip",
  answer: z.object({ eventSources: z.array(EventSourceView), total: z.int() }),
  errors: [NotFound],
  refs: { "params.advertiserId": "advertiser" },
  async handle({ params, query }, ctx) {
    const { advertiserId } = await getAdvertiser(ctx, params.advertiserId);
    const { sources, total } = await list(ctx.db, ctx.viewer.customerId, advertiserId, pageOf(query));
    return { eventSources: sources.map(eventSourceView), total };
  },
});

export const syncEventSources = operation({
  id: "syncEventSources",
  share: "sync",
  api: "buyer",
  method: "post",
  path: "/advertisers/{advertiserId}/event-sources/sync",
  summary: "Register or change event sources: AdCP's sync_event_sources",
  description:
    "Fields are spelt as in AdCP. Each item is the complete source: omitted fields are reset to their " +
    "default. Returns 200 with a result for each item, even if some failed; repeating the same request returns `unchanged`. " +
    "Register a source before its first event: log-event refuses sources that are not registered.",
  tag: "Event sources",
  access: "write",
  params: AdvertiserPath,
  body: SyncEventSourcesBody,
  answer: SyncedView,
  errors: [Invalid, InvalidState, NotFound],
  refs: { "params.advertiserId": "advertiser", "body.account.account_id": "advertiser" },
  audit: { resource: "EVENT_SOURCES", action: "UPDATE" },
  async handle({ params: { advertiserId }, body }, ctx) {
    const outcomes = await sync(ctx, advertiserId, body);
    return syncedView(outcomes, `${ctx.installation.publicUrl}/api/v2/buyer/advertisers/${advertiserId}/log-event`);
  },
});

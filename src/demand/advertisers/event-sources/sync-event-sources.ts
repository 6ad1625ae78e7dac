import { isDeepStrictEqual } from "node:util";
import type { output } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { bareDomain } from "../../../ground/kernel/domain.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import { getActiveAdvertiser } from "../get-advertiser.ts";
import type { EventSource, NewEventSource } from "./event-source.ts";
import type { SyncEventSourcesBody } from "./schema.ts";
import { archiveEventSourcesBut, findEventSources, upsertEventSources } from "./store.ts";
import type { SyncOutcome } from "./sync-outcome.ts";

type Body = output<typeof SyncEventSourcesBody>;
type Item = Body["event_sources"][number];

/** Makes the advertiser's event sources match the body. An invalid item gets an error and does not hold up the others. */
export async function syncEventSources(ctx: Context, advertiserId: number, body: Body): Promise<SyncOutcome[]> {
  const { db, viewer, now } = ctx;
  if (body.account.account_id !== advertiserId) {
    throw new Invalid(`account.account_id: it must be the advertiser in the path, ${advertiserId}`, {
      field: "account.account_id",
    });
  }
  await getActiveAdvertiser(ctx, advertiserId);
  const named = body.event_sources.map(({ event_source_id }) => event_source_id);
  const stored = await findEventSources(db, viewer.customerId, advertiserId, named);
  const wanted: NewEventSource[] = [];
  const outcomes = body.event_sources.map((item, index): SyncOutcome => {
    const eventSourceId = item.event_source_id;
    const error = named.indexOf(eventSourceId) < index ? "it is named twice: leave one out" : refusalOf(item);
    if (error) return { eventSourceId, action: "failed", error };
    const source = fromItem(item);
    const action = actionFor(
      source,
      stored.find((known) => known.eventSourceId === eventSourceId),
    );
    if (action !== "unchanged") wanted.push(source);
    return { eventSourceId, action };
  });
  await upsertEventSources(db, viewer.customerId, advertiserId, wanted, now);
  if (!body.delete_missing) return outcomes;
  const deleted = await archiveEventSourcesBut(db, viewer.customerId, advertiserId, named, now);
  return [...outcomes, ...deleted.map((eventSourceId) => ({ eventSourceId, action: "deleted" as const }))];
}

function refusalOf({ allowed_domains = [] }: Item): string | undefined {
  const wrong = allowed_domains.find((text) => bareDomain(text) === undefined);
  return wrong && `allowed_domains: "${wrong.slice(0, 80)}" is not a domain: send one like shop.acme.com`;
}

/**
 * An item describes its source completely, so fields that it omits are removed. An empty list of domains means no restriction.
 */
function fromItem(item: Item): NewEventSource {
  const domains = (item.allowed_domains ?? []).flatMap((text) => bareDomain(text) ?? []);
  return {
    eventSourceId: item.event_source_id,
    name: item.name ?? item.event_source_id,
    eventTypes: item.event_types ? [...new Set(item.event_types)] : null,
    allowedDomains: domains.length > 0 ? [...new Set(domains)] : null,
    integrationPlatform: item.integration_platform ?? null,
    mapping: item.mapping ?? null,
    testEventCode: item.test_event_code ?? null,
  };
}

function actionFor(wanted: NewEventSource, known: EventSource | undefined): SyncOutcome["action"] {
  if (!known) return "created";
  return isDeepStrictEqual(known, { ...known, ...wanted }) ? "unchanged" : "updated";
}

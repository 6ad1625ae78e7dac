import type { input, output } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { itemsPage, pageOf } from "../../ground/kernel/query.ts";
import { readStandings } from "../../platform/brands/index.ts";
import { linkViewOf } from "./accounts/schema.ts";
import { linkedAccountsOf } from "./accounts/store.ts";
import type { Advertiser } from "./advertiser.ts";
import { type AdvertiserView, listedViewOf, viewOf } from "./advertiser-view.ts";
import { listEventSourcesOf } from "./event-sources/store.ts";
import { defaultConfigOf } from "./measurement-config/measurement-config.ts";
import { listMeasurementConfigsOf } from "./measurement-config/store.ts";
import type { AdvertiserListQuery } from "./schema.ts";
import { listAdvertisers as list } from "./store.ts";
import { listCohortsOf } from "./test-cohorts/store.ts";

/** An advertiser with all of its configuration, in one answer. */
export async function readAdvertiser(ctx: Context, advertiser: Advertiser): Promise<input<typeof AdvertiserView>> {
  const { advertiserId, brandDomain } = advertiser;
  const { db } = ctx;
  const { customerId } = ctx.viewer;
  const ids = [advertiserId];
  const [links, standings, eventSources, cohorts, measurement] = await Promise.all([
    linkedAccountsOf(db, customerId, ids),
    readStandings(ctx, [brandDomain]),
    listEventSourcesOf(db, customerId, ids),
    listCohortsOf(db, customerId, ids),
    listMeasurementConfigsOf(db, customerId, ids),
  ]);
  return viewOf(advertiser, {
    links: links.get(advertiserId) ?? [],
    standing: standings.get(brandDomain),
    eventSources: eventSources.get(advertiserId) ?? [],
    cohorts: cohorts.get(advertiserId) ?? [],
    measurement: measurement.get(advertiserId) ?? defaultConfigOf(advertiser),
  });
}

/** A page of advertisers; related data is fetched for the whole page at once. Newer clients read `items`. */
export async function listAdvertisers(ctx: Context, query: output<typeof AdvertiserListQuery>) {
  const page = pageOf(query);
  const { db } = ctx;
  const { customerId } = ctx.viewer;
  const { status, name, sandbox } = query;
  const { advertisers, total } = await list(db, customerId, { status, name, sandbox }, page);
  const ids = advertisers.map(({ advertiserId }) => advertiserId);
  const domains = query.includeBrand ? advertisers.map(({ brandDomain }) => brandDomain) : [];
  const [linksOf, standings] = await Promise.all([linkedAccountsOf(db, customerId, ids), readStandings(ctx, domains)]);
  const views = advertisers.map((advertiser) => {
    const links = linksOf.get(advertiser.advertiserId) ?? [];
    const view = listedViewOf(advertiser, { links, standing: standings.get(advertiser.brandDomain) });
    return { ...view, ...(query.includeAccounts && { linkedAccounts: links.map(linkViewOf) }) };
  });
  return { advertisers: views, ...itemsPage(views, total, page.skip) };
}

import { z } from "zod";
import { Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { AdvertiserPath, getActiveAdvertiser } from "../../advertisers/index.ts";
import { draftPush, pushCatalogs, settlePush } from "./push-catalogs.ts";
import { CatalogsSyncedView, PartnersSyncedView, SyncCatalogsBody } from "./schema.ts";
import { upsertCatalogs } from "./upsert-catalogs.ts";
import { viewOfPushed, viewOfUpsert } from "./views.ts";

/**
 * Ten thousand items of two hundred bytes, which is as much as can be parsed, validated and hashed without delaying
 * others; a larger catalog is a feed, which is read separately.
 */
const LARGEST_SYNC_BYTES = 2 * 1024 * 1024;

export const syncCatalogs = operation({
  id: "syncCatalogs",
  share: "sync",
  api: "buyer",
  method: "post",
  path: "/advertisers/{advertiserId}/catalogs/sync",
  summary: "Send catalogs to sales agents, or upload catalogs with their items: AdCP's sync_catalogs",
  description:
    "With partnerIds, the advertiser's catalogs are sent to those sales agents, and `results` has the result for " +
    "each catalog at each agent. With account and catalogs, spelt as in AdCP, catalogs are created or replaced " +
    "together with their items; nothing is sent to anybody, and `catalogs` has the result for each. A request is " +
    "limited to two megabytes: provide a larger catalog as a feed (url), which is read soon afterwards, up to 32 " +
    "megabytes of JSON, CSV or TSV. Returns 200 even if some or all failed; repeating the same request returns " +
    "`unchanged`.",
  tag: "Catalogs",
  access: "write",
  params: AdvertiserPath,
  body: SyncCatalogsBody,
  bodyLimitBytes: LARGEST_SYNC_BYTES,
  answer: z.union([PartnersSyncedView, CatalogsSyncedView]),
  errors: [Invalid, InvalidState, NotFound],
  refs: {
    "params.advertiserId": "advertiser",
    "body.account.account_id": "advertiser",
    "body.partnerIds": "salesAgent",
    "body.catalogIds": "catalog",
  },
  audit: { resource: "CATALOGS", action: "UPDATE" },

  async claim({ params: { advertiserId }, body }, ctx) {
    const advertiser = await getActiveAdvertiser(ctx, advertiserId);
    checkAccount(advertiserId, body);
    const { partnerIds, catalogIds } = body;
    const push = partnerIds && (await draftPush(ctx, advertiser, partnerIds, catalogIds));
    return { advertiserId, body, push };
  },

  call: async ({ push }, ctx) => push && pushCatalogs(push, ctx),

  async settle({ advertiserId, body, push }, pushed, ctx) {
    if (!push || !pushed) return viewOfUpsert(await upsertCatalogs(ctx, advertiserId, body), body.dry_run);
    await settlePush(ctx, push, pushed);
    return viewOfPushed(pushed);
  },
});

function checkAccount(advertiserId: number, { account }: SyncCatalogsBody): void {
  if (!account || account.account_id === advertiserId) return;
  throw new Invalid(`account.account_id: it must be the advertiser in the path, ${advertiserId}`, {
    field: "account.account_id",
  });
}

import { z } from "zod";
import { integerId } from "../../../ground/kernel/query.ts";
import { FEED_FORMATS, UPDATE_FREQUENCIES } from "../catalog.ts";
import { catalogIdIn } from "../catalog-id.ts";
import { CatalogTypeName } from "../schema.ts";

const MOST_ITEMS = 10_000;
/** As many as AdCP 3.1 lets one sync_catalogs carry. */
const MOST_CATALOGS = 50;

const CatalogInput = z
  .object({
    catalog_id: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .describe("Yours to choose; what is known under it is replaced. cat_12 names a catalog that was made here"),
    type: CatalogTypeName,
    name: z.string().trim().min(1).max(255).optional().describe("The id, without it"),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .optional()
      .describe("A feed to read instead of items"),
    items: z
      .array(z.record(z.string(), z.unknown()))
      .max(MOST_ITEMS)
      .optional()
      .describe("The whole catalog: what is not in it is archived"),
    feed_format: z.enum(FEED_FORMATS).optional(),
    update_frequency: z.enum(UPDATE_FREQUENCIES).optional(),
    conversion_events: z.array(z.string().min(1).max(255)).max(100).optional(),
  })
  .meta({ id: "CatalogToSync" });

export type CatalogInput = z.output<typeof CatalogInput>;

export const SyncCatalogsBody = z
  .object({
    partnerIds: z
      .array(z.string().min(1).max(255))
      .min(1)
      .max(50)
      .optional()
      .describe("Sales agents to give the catalogs to, by agentId"),
    catalogIds: z
      .array(catalogIdIn)
      .min(1)
      .max(MOST_CATALOGS)
      .optional()
      .describe("With partnerIds: which catalogs; all of the advertiser's, without it"),
    account: z
      .object({ account_id: integerId("account.account_id").describe("The advertiser of the path") })
      .optional(),
    catalogs: z.array(CatalogInput).min(1).max(MOST_CATALOGS).optional(),
    catalog_ids: z
      .array(z.string().min(1).max(255))
      .max(1_000)
      .optional()
      .describe("Only these of `catalogs` are looked at"),
    delete_missing: z.boolean().default(false).describe("Archives every synced catalog that is not in `catalogs`"),
    dry_run: z.boolean().default(false).describe("Says what would be done, and does nothing"),
    validation_mode: z
      .enum(["strict", "lenient"])
      .default("strict")
      .describe("strict: one mistake, and nothing is done; lenient: what is right is done"),
  })
  .refine(({ partnerIds, catalogs }) => partnerIds !== undefined || catalogs !== undefined, {
    path: ["partnerIds"],
    message: "say with partnerIds who is to have your catalogs, or send account and catalogs to change them",
  })
  .refine(({ partnerIds, account }) => partnerIds !== undefined || account !== undefined, {
    path: ["account"],
    message: "it is missing: send { account_id } with the advertiser of the path",
  })
  .meta({ id: "SyncCatalogs" });

export type SyncCatalogsBody = z.output<typeof SyncCatalogsBody>;

export const PartnersSyncedView = z
  .object({
    results: z.array(
      z.object({
        partnerId: z.string(),
        catalogId: z.string(),
        status: z.enum(["synced", "failed"]),
        itemCount: z.int().nullable(),
        error: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "CatalogsSyncedToPartners" });

export const CatalogsSyncedView = z
  .object({
    catalogs: z.array(
      z.object({
        catalog_id: z.string(),
        action: z.enum(["created", "updated", "unchanged", "failed", "deleted"]),
        platform_id: z.string().optional().describe("The catalogId by which everything else names it"),
        item_count: z.int().nullish().describe("Null while its feed has not been read"),
        items_approved: z.int().optional(),
        items_pending: z.int().optional(),
        items_rejected: z.int().optional(),
        item_issues: z
          .array(
            z.object({
              item_id: z.string(),
              status: z.literal("rejected"),
              reasons: z.array(z.string()),
              issue: z.string(),
              severity: z.literal("error"),
            }),
          )
          .optional(),
        warnings: z.array(z.string()).optional(),
        error: z.string().optional(),
      }),
    ),
    dry_run: z.literal(true).optional(),
  })
  .meta({ id: "CatalogsSynced" });

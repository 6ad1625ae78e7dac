import { z } from "zod";
import { integerId } from "../../../ground/kernel/query.ts";
import { FEED_FORMATS, UPDATE_FREQUENCIES } from "../catalog.ts";
import { catalogIdIn } from "../catalog-id.ts";
import { CatalogTypeName } from "../schema.ts";

const MOST_ITEMS = 10_000;
/** The maximum of one sync_catalogs in AdCP 3.1. */
const MOST_CATALOGS = 50;

const CatalogInput = z
  .object({
    catalog_id: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .describe(
        "Your own id; an existing catalog with this id is replaced. cat_12 refers to a catalog that was created here",
      ),
    type: CatalogTypeName,
    name: z.string().trim().min(1).max(255).optional().describe("By default, the id"),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .optional()
      .describe("A feed to read, instead of items"),
    items: z
      .array(z.record(z.string(), z.unknown()))
      .max(MOST_ITEMS)
      .optional()
      .describe("The whole catalog: items that are not in it are archived"),
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
      .describe("The sales agents to send the catalogs to, by agentId"),
    catalogIds: z
      .array(catalogIdIn)
      .min(1)
      .max(MOST_CATALOGS)
      .optional()
      .describe("With partnerIds: which catalogs to send; by default all of the advertiser's"),
    account: z
      .object({ account_id: integerId("account.account_id").describe("The advertiser in the path") })
      .optional(),
    catalogs: z.array(CatalogInput).min(1).max(MOST_CATALOGS).optional(),
    catalog_ids: z
      .array(z.string().min(1).max(255))
      .max(1_000)
      .optional()
      .describe("Only these of `catalogs` are processed"),
    delete_missing: z.boolean().default(false).describe("Archives every synced catalog that is not in `catalogs`"),
    dry_run: z.boolean().default(false).describe("Reports what would be done, without doing it"),
    validation_mode: z
      .enum(["strict", "lenient"])
      .default("strict")
      .describe("strict: a single error stops everything; lenient: valid entries are processed"),
  })
  .refine(({ partnerIds, catalogs }) => partnerIds !== undefined || catalogs !== undefined, {
    path: ["partnerIds"],
    message: "send partnerIds to say which sales agents get your catalogs, or account and catalogs to change them",
  })
  .refine(({ partnerIds, account }) => partnerIds !== undefined || account !== undefined, {
    path: ["account"],
    message: "it is missing: send { account_id } with the advertiser in the path",
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
        platform_id: z.string().optional().describe("The catalogId used everywhere else"),
        item_count: z.int().nullish().describe("Null until its feed has been read"),
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

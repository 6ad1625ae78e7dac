import {
  containing,
  type Db,
  type NewRow,
  pageAndTotal,
  preparedQuery,
  type Row,
  violates,
} from "../../ground/db/index.ts";
import { Conflict } from "../../ground/kernel/errors.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { FormatId } from "../../ground/seller-agent/index.ts";
import { listAssets } from "./assets/store.ts";
import type { Card, Creative, FormatOptionRef } from "./creative.ts";
import type { TemplateMethod } from "./templates/detect-template.ts";

/** The fields of a campaign that its creatives need. */
export interface Home {
  readonly campaignId: string;
  readonly brandDomain: string;
  readonly flightEnd: Date;
}

export async function findHome(db: Db, customerId: number, campaignId: string): Promise<Home | undefined> {
  const row = await db
    .selectFrom("campaigns")
    .innerJoin("advertisers", (join) =>
      join
        .onRef("advertisers.customer_id", "=", "campaigns.customer_id")
        .onRef("advertisers.advertiser_id", "=", "campaigns.advertiser_id"),
    )
    .select(["advertisers.brand_domain", "campaigns.flight_end"])
    .where("campaigns.customer_id", "=", customerId)
    .where("campaigns.campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row && { campaignId, brandDomain: row.brand_domain, flightEnd: row.flight_end };
}

/** Returns false if the campaign already has a creative of that name, which is left unchanged. */
export async function insertCreative(db: Db, customerId: number, creative: Creative): Promise<boolean> {
  const { creativeId, campaignId, createdAt } = creative;
  const row = { customer_id: customerId, creative_id: creativeId, campaign_id: campaignId, created_at: createdAt };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("creatives")
    .values({ ...row, ...columnsOf(creative) })
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "campaign_id", "name"]).where("deleted_at", "is", null).doNothing(),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Throws `Conflict` if another creative of the campaign has the name. */
export async function updateCreative(db: Db, customerId: number, creative: Creative): Promise<void> {
  await db
    .updateTable("creatives")
    .set(columnsOf(creative))
    .where("customer_id", "=", customerId)
    .where("creative_id", "=", creative.creativeId)
    .execute()
    .catch(nameTaken);
}

function nameTaken(error: unknown): never {
  if (!violates(error, "creatives_by_name")) throw error;
  throw new Conflict("the campaign has another creative of this name: choose a different one", {
    field: "name",
    cause: error,
  });
}

export async function hasCreatives(db: Db, customerId: number, campaignId: string): Promise<boolean> {
  const [first] = await findingFirst(db, { customerId, campaignId });
  return first !== undefined;
}

const findingFirst = preparedQuery(
  (db, { customerId, campaignId }: { readonly customerId: number; readonly campaignId: string }) =>
    db
      .selectFrom("creatives")
      .select("creative_id")
      .where("customer_id", "=", customerId)
      .where("campaign_id", "=", campaignId)
      .where("deleted_at", "is", null)
      .limit(1),
);

export async function markDeleted(db: Db, customerId: number, creativeId: string, at: Date): Promise<void> {
  await db
    .updateTable("creatives")
    .set({ deleted_at: at })
    .where("customer_id", "=", customerId)
    .where("creative_id", "=", creativeId)
    .execute();
}

export async function findCreative(
  db: Db,
  customerId: number,
  campaignId: string,
  creativeId: string,
): Promise<Creative | undefined> {
  return one(db, customerId, creativesOf(db, customerId, campaignId).where("creative_id", "=", creativeId));
}

/** Locks the creative until the end of the transaction, so that the next change sees the result of this one. */
export async function lockCreative(
  db: Db,
  customerId: number,
  campaignId: string,
  creativeId: string,
): Promise<Creative | undefined> {
  const creative = creativesOf(db, customerId, campaignId).where("creative_id", "=", creativeId);
  return one(db, customerId, creative.forUpdate());
}

export async function findCreativeNamed(
  db: Db,
  customerId: number,
  campaignId: string,
  name: string,
): Promise<Creative | undefined> {
  return one(db, customerId, creativesOf(db, customerId, campaignId).where("name", "=", name));
}

/** The creatives that match, newest first, and their total number. */
export async function listCreatives(
  db: Db,
  customerId: number,
  { campaignId, search }: { readonly campaignId: string; readonly search?: string | undefined },
  page: Page,
): Promise<{ creatives: Creative[]; total: number }> {
  let matching = creativesOf(db, customerId, campaignId);
  if (search) matching = matching.where("name", "ilike", containing(search));
  const { rows, total } = await pageAndTotal(
    matching.orderBy("created_at", "desc").orderBy("creative_id", "desc"),
    page,
  );
  return { creatives: await withAssets(db, customerId, rows), total };
}

/** All creatives of a campaign, oldest first: the ones that its sellers receive. */
export async function listCreativesOfCampaign(db: Db, customerId: number, campaignId: string): Promise<Creative[]> {
  return withAssets(db, customerId, await allOfCampaign(db, { customerId, campaignId }));
}

const allOfCampaign = preparedQuery(
  (db, { customerId, campaignId }: { readonly customerId: number; readonly campaignId: string }) =>
    creativesOf(db, customerId, campaignId).orderBy("created_at").orderBy("creative_id"),
);

function creativesOf(db: Db, customerId: number, campaignId: string) {
  return db
    .selectFrom("creatives")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("campaign_id", "=", campaignId)
    .where("deleted_at", "is", null);
}

async function one(db: Db, customerId: number, query: ReturnType<typeof creativesOf>): Promise<Creative | undefined> {
  const row = await query.executeTakeFirst();
  const [creative] = row ? await withAssets(db, customerId, [row]) : [];
  return creative;
}

async function withAssets(db: Db, customerId: number, rows: readonly Row<"creatives">[]): Promise<Creative[]> {
  const assets = await listAssets(
    db,
    customerId,
    rows.map(({ creative_id }) => creative_id),
  );
  return rows.map((row) => ({ ...fromRow(row), assets: assets.get(row.creative_id) ?? [] }));
}

function columnsOf(creative: Creative) {
  const { name, message, template, format, targetFormatIds, industryIdentifiers, cards, updatedAt } = creative;
  return {
    name,
    message,
    template_id: template?.templateId ?? null,
    template_found_by: template?.foundBy ?? null,
    format_id: json(format.formatId),
    format_kind: format.formatKind,
    format_given: format.isGiven,
    format_option_ref: json(format.optionRef),
    target_format_ids: JSON.stringify(targetFormatIds),
    industry_identifiers: JSON.stringify(industryIdentifiers),
    cards: JSON.stringify(cards),
    updated_at: updatedAt,
  } satisfies Partial<NewRow<"creatives">>;
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function fromRow(row: Row<"creatives">): Omit<Creative, "assets"> {
  const { template_id: templateId, template_found_by: foundBy } = row;
  return {
    creativeId: row.creative_id,
    campaignId: row.campaign_id,
    name: row.name,
    message: row.message,
    template: templateId === null ? null : { templateId, foundBy: foundBy as TemplateMethod | null },
    format: {
      formatId: row.format_id as FormatId | null,
      formatKind: row.format_kind,
      isGiven: row.format_given,
      optionRef: row.format_option_ref as FormatOptionRef | null,
    },
    targetFormatIds: row.target_format_ids as unknown as FormatId[],
    industryIdentifiers: row.industry_identifiers as unknown as Creative["industryIdentifiers"],
    cards: row.cards as unknown as Card[],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

import { createHash } from "node:crypto";
import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import type { Brand } from "./brand.ts";
import type { Picture } from "./picture.ts";

/** The storefront of a join link, whether or not the link is still valid; the storefront must be active to be found by its slug. */
export async function findBrandByLinkOfAnySeller(
  db: InstallationDb,
  link: { readonly slug: string } | { readonly joinLinkId: number },
): Promise<Brand | undefined> {
  const row = await brands(db)
    .innerJoin("join_links", "join_links.storefront_id", "storefronts.storefront_id")
    .where((where) =>
      "slug" in link
        ? where.and([where("slug", "=", link.slug), where("revoked_at", "is", null)])
        : where("join_link_id", "=", link.joinLinkId),
    )
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function findBrand(db: Db, customerId: number, storefrontId: number): Promise<Brand | undefined> {
  const row = await brands(db)
    .where("storefronts.customer_id", "=", customerId)
    .where("storefronts.storefront_id", "=", storefrontId)
    .executeTakeFirst();
  return row && fromRow(row);
}

const DIGEST = /^[0-9a-f]{64}$/;

/** The image with this digest, from any storefront. */
export async function findPictureOfAnySeller(db: InstallationDb, digest: string): Promise<Picture | undefined> {
  if (!DIGEST.test(digest)) return undefined;
  const row = await db
    .selectFrom("storefront_logos")
    .select(["content_type", "bytes"])
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (!row?.content_type || !row.bytes) return undefined;
  return { contentType: row.content_type as Picture["contentType"], bytes: row.bytes };
}

/** If there is no picture, this fact is recorded. */
export async function saveLogo(
  db: Db,
  { customerId, storefrontId }: Pick<Brand, "customerId" | "storefrontId">,
  fetched: { readonly url: string; readonly picture: Picture | null; readonly at: Date },
): Promise<void> {
  const kept = {
    source_url: fetched.url,
    content_type: fetched.picture?.contentType ?? null,
    bytes: fetched.picture && Buffer.from(fetched.picture.bytes),
    digest: fetched.picture && digestOf(fetched.picture),
    fetched_at: fetched.at,
  };
  await db
    .insertInto("storefront_logos")
    .values({ ...kept, customer_id: customerId, storefront_id: storefrontId })
    .onConflict((conflict) => conflict.columns(["customer_id", "storefront_id"]).doUpdateSet(kept))
    .execute();
}

function digestOf({ bytes }: Picture): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function brands(db: Db) {
  return db
    .selectFrom("storefronts")
    .leftJoin("storefront_logos", (on) =>
      on
        .onRef("storefront_logos.customer_id", "=", "storefronts.customer_id")
        .onRef("storefront_logos.storefront_id", "=", "storefronts.storefront_id"),
    )
    .select([
      "storefronts.customer_id",
      "storefronts.storefront_id",
      "storefronts.name",
      "operator_domain",
      "brand_colors",
      "supported_languages",
      "logo_url",
      "logo_background",
      "source_url",
      "digest",
      "fetched_at",
    ]);
}

type BrandRow = Awaited<ReturnType<ReturnType<typeof brands>["executeTakeFirstOrThrow"]>>;

function fromRow(row: BrandRow): Brand {
  const { source_url: sourceUrl, fetched_at: fetchedAt, digest } = row;
  return {
    customerId: row.customer_id,
    storefrontId: row.storefront_id,
    name: row.name,
    domain: row.operator_domain,
    colours: row.brand_colors as Brand["colours"],
    languages: row.supported_languages,
    logo: {
      url: row.logo_url,
      onDark: row.logo_background === "dark-bg",
      kept: sourceUrl && fetchedAt ? { sourceUrl, fetchedAt, digest } : null,
    },
  };
}

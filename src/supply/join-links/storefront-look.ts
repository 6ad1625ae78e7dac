import type { Row } from "../../ground/db/index.ts";
import { safeOrNull } from "../../ground/kernel/inputs/web-url.ts";
import { type Brand, lookOf } from "../../platform/brands/index.ts";
import type { LinkPreview } from "./link-preview.ts";

/** A storefront's appearance to people who join it. */
export type StorefrontLook = Pick<LinkPreview, "logoUrl" | "brandColors">;

type LookRow = Pick<Row<"storefronts">, "logo_url" | "brand_colors"> & Pick<Row<"brands">, "brand">;

/** The operator's choice takes precedence over what its domain publishes (seed 001). */
export function lookFromRow(row: LookRow | { [Column in keyof LookRow]: LookRow[Column] | null }): StorefrontLook {
  const published = row.brand === null ? undefined : lookOf(row.brand as unknown as Brand);
  return {
    logoUrl: safeOrNull(row.logo_url ?? published?.logoUrl ?? null),
    brandColors: (row.brand_colors as StorefrontLook["brandColors"]) ?? published?.colors ?? null,
  };
}

import type { EffectiveStatus } from "../storefronts/index.ts";
import type { FullCheck } from "./check.ts";

/** Why a storefront does not sell, what that means for its buyers, and the smallest step that resolves it. */
export interface Guidance {
  readonly why: string;
  readonly effect: string;
  readonly fix: string;
  readonly subjects: readonly { readonly kind: "inventory_source"; readonly id: string; readonly name: string }[];
}

const NO_PRODUCTS = "Buyers are shown no products, and new buys are refused, before any source is asked.";

/** Guidance for a check that blocks. */
export function guidanceOn({ name, description, details, way, subjects }: FullCheck): Guidance {
  return {
    why: `${name}: ${details ?? description}.`,
    effect: NO_PRODUCTS,
    fix: way ? `${way.actionLabel} (${way.operation}).` : "Resolve what the check names.",
    subjects: subjects.map((source) => ({
      kind: "inventory_source",
      id: String(source.inventorySourceId),
      name: source.name,
    })),
  };
}

/** Guidance for a storefront that its seller has closed; undefined for any other. */
export function guidanceOnAvailability(status: EffectiveStatus): Guidance | undefined {
  if (status === "archived")
    return { why: "The storefront is archived.", effect: NO_PRODUCTS, fix: "Archiving is permanent.", subjects: [] };
  if (status !== "paused") return undefined;
  const fix = "Open it once nothing blocks: PUT /api/v2/storefront with isPaused false (updateStorefront).";
  return { why: "The storefront is paused.", effect: NO_PRODUCTS, fix, subjects: [] };
}

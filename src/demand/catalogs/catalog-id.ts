import { z } from "zod";
import { integerId } from "../../ground/kernel/query.ts";

const OURS = /^cat_([1-9]\d{0,15})$/;

/** As catalogs show their ids, `cat_12`, or only the number. */
export const catalogIdIn = z.preprocess(
  (id) => (typeof id === "string" ? id.replace(OURS, "$1") : id),
  integerId("catalogId"),
);

/** In a path also the `catalog_id` that its owner synced it under; what reads as a number is ours. */
export const catalogIdInPath = z.union([catalogIdIn, z.string().min(1).max(255)]);

/** A name that its owner gave stays as it is. */
export function catalogIdOf(catalogId: number | string): string {
  return typeof catalogId === "number" ? `cat_${catalogId}` : catalogId;
}

/** The number of a catalog that is named as we name them; undefined for a name that a buyer chose. */
export function numberIn(catalogId: string): number | undefined {
  const [, number] = OURS.exec(catalogId) ?? [];
  return number === undefined ? undefined : Number(number);
}

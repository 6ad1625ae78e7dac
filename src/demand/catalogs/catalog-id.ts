import { z } from "zod";
import { integerId } from "../../ground/kernel/query.ts";

const OURS = /^cat_([1-9]\d{0,15})$/;

/** As catalogs show their ids, `cat_12`, or only the number. */
export const catalogIdIn = z.preprocess(
  (id) => (typeof id === "string" ? id.replace(OURS, "$1") : id),
  integerId("catalogId"),
);

/** In a path also the `catalog_id` under which its owner synced it; numeric ids are ours. */
export const catalogIdInPath = z.union([catalogIdIn, z.string().min(1).max(255)]);

/** A name given by its owner is unchanged. */
export function catalogIdOf(catalogId: number | string): string {
  return typeof catalogId === "number" ? `cat_${catalogId}` : catalogId;
}

/** The number of a catalog with our own naming; undefined for a name chosen by a buyer. */
export function numberIn(catalogId: string): number | undefined {
  const [, number] = OURS.exec(catalogId) ?? [];
  return number === undefined ? undefined : Number(number);
}

import { z } from "zod";
import { integerId } from "../../ground/kernel/query.ts";

const OURS = /^cat_([1-9]\d{0,15})$/;

/** A catalog's id, either as shown (`cat_12`) or as the bare number. */
export const catalogIdIn = z.preprocess(
  (id) => (typeof id === "string" ? id.replace(OURS, "$1") : id),
  integerId("catalogId"),
);

/** A path also accepts the `catalog_id` under which the owner synced the catalog; numeric ids are ours. */
export const catalogIdInPath = z.union([catalogIdIn, z.string().min(1).max(255)]);

/** A number is shown as `cat_12`; a name given by the owner is shown unchanged. */
export function catalogIdOf(catalogId: number | string): string {
  return typeof catalogId === "number" ? `cat_${catalogId}` : catalogId;
}

/** The number in an id of our own form; undefined for a name chosen by a buyer. */
export function numberIn(catalogId: string): number | undefined {
  const [, number] = OURS.exec(catalogId) ?? [];
  return number === undefined ? undefined : Number(number);
}

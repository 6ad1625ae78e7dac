import type { FormatId, FormatOption } from "../../../ground/seller-agent/index.ts";
import { keyOfFormat, serves } from "../formats/format-id.ts";

/** The formats that one product of a campaign accepts; any of them is enough. */
export interface Demand {
  readonly campaignId: string;
  readonly formatIds: readonly FormatId[];
  readonly formatOptions: readonly FormatOption[];
}

/** The formats of one creative of a campaign. */
export interface Supply {
  readonly campaignId: string;
  readonly formatIds: readonly FormatId[];
  readonly formatKind: string | null;
}

/** A named format, or a canonical one. */
export type Taken = { readonly formatId: FormatId } | { readonly formatKind: string };

/** Which formats a campaign's creatives have to be in. */
export interface Coverage {
  /** Of every product, whatever it takes. */
  readonly required: readonly Taken[];
  readonly covered: readonly Taken[];
  /** For products for which no creative is suitable: one for each product is enough. */
  readonly missing: readonly Taken[];
}

export const NOTHING_REQUIRED: Coverage = { required: [], covered: [], missing: [] };

export function coverageOf(demands: readonly Demand[], supplies: readonly Supply[]): Coverage {
  const isCovered = (taken: Taken) => supplies.some((supply) => suits(supply, taken));
  const products = demands.map(takenBy);
  const required = distinct(products.flat());
  return {
    required,
    covered: required.filter(isCovered),
    missing: distinct(products.filter((taken) => !taken.some(isCovered)).flat()),
  };
}

/** Every format that a product takes. */
export function takenBy({ formatIds, formatOptions }: Pick<Demand, "formatIds" | "formatOptions">): Taken[] {
  return [...formatIds.map((formatId) => ({ formatId })), ...formatOptions.map(({ formatKind }) => ({ formatKind }))];
}

/** Whether a creative in these formats is accepted for this one. */
export function suits({ formatIds, formatKind }: Omit<Supply, "campaignId">, taken: Taken): boolean {
  if ("formatKind" in taken) return taken.formatKind === formatKind;
  return formatIds.some((made) => serves(made, taken.formatId));
}

export function distinct(taken: readonly Taken[]): Taken[] {
  return [
    ...new Map(taken.map((one) => ["formatId" in one ? keyOfFormat(one.formatId) : one.formatKind, one])).values(),
  ];
}

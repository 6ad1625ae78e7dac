import type { FormatId, FormatOption } from "../../../ground/seller-agent/index.ts";
import { keyOfFormat, serves } from "../formats/format-id.ts";

/** The formats that a campaign's product accepts; a creative in any one of them is enough. */
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
export type AcceptedFormat = { readonly formatId: FormatId } | { readonly formatKind: string };

/** The formats in which a campaign needs creatives. */
export interface Coverage {
  /** Every format that any of the products accepts. */
  readonly required: readonly AcceptedFormat[];
  readonly covered: readonly AcceptedFormat[];
  /** The formats of products that have no suitable creative yet; one format per product is enough. */
  readonly missing: readonly AcceptedFormat[];
}

export const NOTHING_REQUIRED: Coverage = { required: [], covered: [], missing: [] };

export function coverageOf(demands: readonly Demand[], supplies: readonly Supply[]): Coverage {
  const isCovered = (taken: AcceptedFormat) => supplies.some((supply) => suits(supply, taken));
  const products = demands.map(takenBy);
  const required = distinct(products.flat());
  return {
    required,
    covered: required.filter(isCovered),
    missing: distinct(products.filter((taken) => !taken.some(isCovered)).flat()),
  };
}

/** Every format that the product accepts. */
export function takenBy({ formatIds, formatOptions }: Pick<Demand, "formatIds" | "formatOptions">): AcceptedFormat[] {
  return [...formatIds.map((formatId) => ({ formatId })), ...formatOptions.map(({ formatKind }) => ({ formatKind }))];
}

/** Whether a creative in these formats is accepted where this format is required. */
export function suits({ formatIds, formatKind }: Omit<Supply, "campaignId">, taken: AcceptedFormat): boolean {
  if ("formatKind" in taken) return taken.formatKind === formatKind;
  return formatIds.some((made) => serves(made, taken.formatId));
}

export function distinct(taken: readonly AcceptedFormat[]): AcceptedFormat[] {
  return [
    ...new Map(taken.map((one) => ["formatId" in one ? keyOfFormat(one.formatId) : one.formatKind, one])).values(),
  ];
}

import type { FormatId, FormatOption } from "../../../ground/seller-agent/index.ts";
import { type AcceptedFormat, distinct, suits, takenBy } from "../coverage/coverage.ts";
import type { Creative } from "../creative.ts";
import { templateOf } from "../templates/template.ts";

/** A product and what it accepts; if it names no formats, its seller decides. */
export interface ShowingProduct {
  readonly productId: string;
  readonly formatIds: readonly FormatId[];
  readonly formatOptions: readonly FormatOption[];
}

export interface Matches {
  /** The creatives that at least one product accepts, each in an accepted format. */
  readonly creatives: readonly Creative[];
  readonly byProduct: ReadonlyMap<string, readonly string[]>;
  /** The formats of products for which no creative is suitable. */
  readonly missing: readonly AcceptedFormat[];
}

/** Which creatives each product shows. */
export function matchCreatives(creatives: readonly Creative[], products: readonly ShowingProduct[]): Matches {
  const whole = creatives.filter(hasFormat);
  const byProduct = new Map(
    products.map((product) => {
      const shown = whole.filter((creative) => takes(product, creative));
      return [product.productId, shown.map(({ creativeId }) => creativeId)];
    }),
  );
  const all = products.flatMap(takenBy);
  const open = products.filter((product) => takenBy(product).length > 0 && !byProduct.get(product.productId)?.length);
  return {
    creatives: whole.filter((one) => products.some((product) => takes(product, one))).map((one) => madeFor(one, all)),
    byProduct,
    missing: distinct(open.flatMap(takenBy)),
  };
}

/** Whether anything tells a seller the creative's format. */
export function hasFormat(creative: Creative): boolean {
  return creative.format.formatId !== null || kindOf(creative) !== null;
}

export function takes(product: ShowingProduct, creative: Creative): boolean {
  const taken = takenBy(product);
  return taken.length === 0 || taken.some((one) => suits(formatsOf(creative), one));
}

/**
 * A creative is sent in its own format if the product accepts it, otherwise in the first of its further formats that the product
 * accepts.
 */
function madeFor(creative: Creative, taken: readonly AcceptedFormat[]): Creative {
  const { format } = creative;
  const own = {
    formatIds: format.formatId ? [format.formatId] : [],
    formatKind: format.formatId ? null : kindOf(creative),
  };
  if (taken.some((one) => suits(own, one))) return creative;
  const served = taken.find((one) => suits(formatsOf(creative), one));
  if (!served) return creative;
  if ("formatKind" in served)
    return { ...creative, format: { ...format, formatId: null, formatKind: served.formatKind } };
  const target = creative.targetFormatIds.find((formatId) =>
    suits({ formatIds: [formatId], formatKind: null }, served),
  );
  return target ? { ...creative, format: { ...format, formatId: target, formatKind: null } } : creative;
}

function formatsOf(creative: Creative) {
  const { format, targetFormatIds } = creative;
  return {
    formatIds: format.formatId ? [format.formatId, ...targetFormatIds] : targetFormatIds,
    formatKind: kindOf(creative),
  };
}

function kindOf({ format, template }: Creative): string | null {
  return format.formatKind ?? templateOf(template?.templateId ?? "")?.formatKind ?? null;
}

import { z } from "zod";
import type { FormatId, FormatOption, NewPackage, Product } from "../../../ground/seller-agent/index.ts";
import { refused } from "../protocol/failure.ts";
import { AdcpFormatId, fromAdcpFormatId } from "./format.ts";

/** The ways in which a package can select formats (AdCP 3.1, media-buy/package-request). */
export const FormatSelectors = {
  format_ids: z
    .array(AdcpFormatId)
    .min(1)
    .max(100)
    .optional()
    .describe("Some of the product's formats; by default all"),
  format_option_refs: z
    .array(
      z.object({
        scope: z.enum(["product", "publisher"]),
        format_option_id: z.string(),
        publisher_domain: z.string().optional(),
      }),
    )
    .min(1)
    .max(100)
    .optional()
    .describe("Some of the product's format_options, instead of format_ids"),
  format_kind: z
    .string()
    .max(100)
    .optional()
    .describe("A canonical format, with the parameters that the product fixes"),
  params: z.record(z.string(), z.unknown()).optional(),
};

type FormatRequest = z.output<z.ZodObject<typeof FormatSelectors>> & { readonly product_id: string };
type Selected = Pick<NewPackage, "formatIds">;

/** References take precedence over ids, and ids over a kind (AdCP 3.1). Throws `SellerRefused` for formats in which the product is not shown. */
export function formatsOf(asked: FormatRequest, path: string, products: readonly Product[]): Selected {
  const product = products.find(({ productId }) => productId === asked.product_id);
  if (asked.format_option_refs) return formatsReferred(asked.format_option_refs, path, product);
  if (asked.format_ids) return formatsNamed(asked.format_ids, path, product);
  return asked.format_kind === undefined ? {} : formatsOfKind(asked.format_kind, asked.params ?? {}, path, product);
}

function formatsNamed(
  asked: NonNullable<FormatRequest["format_ids"]>,
  path: string,
  product: Product | undefined,
): Selected {
  const formatIds = asked.map(fromAdcpFormatId);
  const offered = product?.formatIds;
  const strange = formatIds.findIndex((one) => offered && !offered.some((own) => isSameFormat(own, one)));
  if (strange === -1) return { formatIds };
  const field = `${path}.format_ids[${strange}]`;
  const known = offered?.map(({ id }) => id).join(", ");
  throw unsupported(field, `${product?.productId} accepts ${known || "no named format"}`);
}

function formatsReferred(
  refs: NonNullable<FormatRequest["format_option_refs"]>,
  path: string,
  product: Product | undefined,
): Selected {
  const offered = product?.formatOptions ?? [];
  const chosen = refs.map(({ format_option_id: id, publisher_domain: domain }, index) => {
    const option = offered.find(
      ({ formatOptionId, written }) =>
        formatOptionId === id && (domain === undefined || domain === written?.publisher_domain),
    );
    if (option) return option;
    const known = offered.flatMap(({ formatOptionId }) => formatOptionId ?? []).join(", ");
    const field = `${path}.format_option_refs[${index}].format_option_id`;
    throw unsupported(field, `${product?.productId ?? "the product"} has ${known || "no format options"}`);
  });
  return selected(chosen, offered, `${path}.format_option_refs`);
}

/** If the product fixes a size or a length, a kind alone is not enough: the size or length must be stated as well (AdCP 3.1, package-request). */
function formatsOfKind(
  kind: string,
  params: Readonly<Record<string, unknown>>,
  path: string,
  product: Product | undefined,
): Selected {
  const offered = product?.formatOptions ?? [];
  const chosen = offered.filter((option) => option.formatKind === kind && isSatisfied(option, params));
  if (chosen.length > 0) return selected(chosen, offered, `${path}.format_kind`);
  const fixed = offered.map(({ formatKind, written }) => `${formatKind} ${JSON.stringify(fixedIn(written?.params))}`);
  const why = `${product?.productId ?? "the product"} accepts ${fixed.join(", ") || "no canonical format"}`;
  throw unsupported(`${path}.format_kind`, why);
}

const FIXED = ["width", "height", "duration_ms_exact"] as const;

function fixedIn(params: unknown): Readonly<Record<string, unknown>> {
  const said = typeof params === "object" && params !== null ? Object.entries(params) : [];
  return Object.fromEntries(said.filter(([name]) => FIXED.some((one) => one === name)));
}

function isSatisfied({ written }: FormatOption, params: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fixedIn(written?.params)).every(([name, value]) => params[name] === value);
}

/** Sources receive named formats, so a selection of options without named formats cannot be passed on, unless all options are selected. */
function selected(chosen: readonly FormatOption[], offered: readonly FormatOption[], field: string): Selected {
  if (offered.every((option) => chosen.includes(option))) return {};
  const formatIds = chosen.flatMap(({ namedFormats = [] }) => namedFormats);
  if (chosen.every(({ namedFormats = [] }) => namedFormats.length > 0)) return { formatIds };
  throw unsupported(field, "its seller accepts all of the product's format options, or none");
}

/** Clients add or remove a slash at the end of a URL. */
function isSameFormat(own: FormatId, asked: FormatId): boolean {
  return own.id === asked.id && own.agentUrl.replace(/\/$/, "") === asked.agentUrl.replace(/\/$/, "");
}

function unsupported(field: string, why: string) {
  return refused("UNSUPPORTED_FEATURE", `${field}: ${why}`, field);
}

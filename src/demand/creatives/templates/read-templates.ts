import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import type { FormatOption } from "../../../ground/seller-agent/index.ts";
import { listDemands, type ProductDemand } from "../coverage/store.ts";
import { keyOfFormat, viewOfFormatId } from "../formats/format-id.ts";
import { FormatIdView } from "../formats/schema.ts";
import { TEMPLATES, type Template } from "./template.ts";

const FormatOptionView = z.object({
  format_kind: z.string(),
  format_option_id: z.string().optional(),
  display_name: z.string().optional(),
});

export const TemplatesView = z
  .object({
    templates: z.array(
      z.object({
        template_id: z.string(),
        name: z.string(),
        description: z.string(),
        category: z.string(),
        format_kind: z.string(),
        assets_required: z.array(
          z.object({
            item_type: z.literal("individual"),
            asset_id: z.string(),
            asset_type: z.string(),
            required: z.boolean(),
          }),
        ),
        expects_html_wrapper: z.boolean().describe("Whether its main asset is HTML"),
        supports_tag_input: z.boolean().describe("Whether a tag may be pasted instead of a file"),
      }),
    ),
    campaign_format_ids: z.array(FormatIdView).describe("The named formats that the campaign's products accept"),
    campaign_format_options: z.array(FormatOptionView).describe("The canonical formats that they accept"),
    campaign_products: z.array(
      z.object({
        product_id: z.string(),
        formats: z.array(FormatIdView),
        format_options: z.array(FormatOptionView),
      }),
    ),
  })
  .meta({ id: "CreativeTemplates" });

/** The common templates, together with the formats and products of this campaign. */
export async function readTemplates(
  { db, viewer }: Context,
  campaignId: string,
): Promise<z.input<typeof TemplatesView>> {
  const products = await listDemands(db, viewer.customerId, [campaignId]);
  const formatIds = new Map(products.flatMap((one) => one.formatIds.map((id) => [keyOfFormat(id), id] as const)));
  const options = new Map(
    products.flatMap((one) => one.formatOptions.map((option) => [option.formatKind, option] as const)),
  );
  return {
    templates: TEMPLATES.map(viewOfTemplate),
    campaign_format_ids: [...formatIds.values()].map(viewOfFormatId),
    campaign_format_options: [...options.values()].map(viewOfOption),
    campaign_products: products.map(viewOfProduct),
  };
}

function viewOfTemplate({ templateId, name, description, category, formatKind, assets, isMarkup }: Template) {
  return {
    template_id: templateId,
    name,
    description,
    category,
    format_kind: formatKind,
    assets_required: assets.map(({ assetId, assetType, required }) => {
      return { item_type: "individual" as const, asset_id: assetId, asset_type: assetType, required };
    }),
    expects_html_wrapper: isMarkup,
    supports_tag_input: isMarkup,
  };
}

function viewOfProduct({ productId, formatIds, formatOptions }: ProductDemand) {
  return {
    product_id: productId,
    formats: formatIds.map(viewOfFormatId),
    format_options: formatOptions.map(viewOfOption),
  };
}

function viewOfOption({ formatKind, formatOptionId, displayName }: FormatOption) {
  return {
    format_kind: formatKind,
    ...(formatOptionId !== undefined && { format_option_id: formatOptionId }),
    ...(displayName !== undefined && { display_name: displayName }),
  };
}

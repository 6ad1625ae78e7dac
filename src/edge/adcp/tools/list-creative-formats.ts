import { z } from "zod";
import type { CreativeFormat } from "../../../ground/seller-agent/index.ts";
import { FormatsAnswer } from "../answers/creatives.ts";
import { sellerCall } from "../request-context.ts";
import { AdcpFormatId, sameUrl, toAdcpFormat } from "../words/format.ts";
import { Pagination, pageOf } from "../words/page.ts";
import { completed, tool } from "./tool.ts";

const size = z.int().nonnegative().optional().describe("In pixels, inclusive; for any of its renders");

const Input = z.object({
  format_ids: z.array(AdcpFormatId).optional().describe("Only these"),
  asset_types: z.array(z.string()).optional().describe("Formats with an asset of any of these types"),
  name_search: z.string().optional(),
  type: z.string().optional(),
  min_width: size,
  max_width: size,
  min_height: size,
  max_height: size,
  pagination: Pagination,
});

export const listCreativeFormats = tool({
  name: "list_creative_formats",
  title: "List the accepted creative formats",
  description: "The creative formats that this storefront's products accept, with their assets and limits.",
  input: Input,
  answer: FormatsAnswer,
  isPublic: true,
  async handle(asked, requestContext) {
    const formats = await requestContext.resolved.agent.listCreativeFormats(sellerCall(requestContext, undefined));
    const wanted = formats.filter((format) => suits(format, asked));
    const { page, pagination } = pageOf(wanted, asked.pagination, nameOf);
    return completed({ formats: page.map(toAdcpFormat), pagination });
  },
});

function suits(
  format: CreativeFormat,
  { format_ids, asset_types, name_search, type, ...sizes }: z.output<typeof Input>,
): boolean {
  const { formatId, name, assetsRequired, renders = [] } = format;
  if (
    format_ids &&
    !format_ids.some(({ agent_url, id }) => sameUrl(agent_url, formatId.agentUrl) && id === formatId.id)
  )
    return false;
  if (asset_types && !assetsRequired.some(({ assetType }) => asset_types.includes(assetType))) return false;
  const { min_width, max_width, min_height, max_height } = sizes;
  if (
    !isWithin(
      renders.map(({ width }) => width),
      min_width,
      max_width,
    )
  )
    return false;
  if (
    !isWithin(
      renders.map(({ height }) => height),
      min_height,
      max_height,
    )
  )
    return false;
  if (type !== undefined && format.type !== type) return false;
  return name_search === undefined || name.toLowerCase().includes(name_search.toLowerCase());
}

/** A format without its own sizes has none. */
function isWithin(sizes: readonly (number | undefined)[], least = 0, most = Number.POSITIVE_INFINITY): boolean {
  if (least === 0 && most === Number.POSITIVE_INFINITY) return true;
  return sizes.some((size) => size !== undefined && size >= least && size <= most);
}

function nameOf({ formatId }: CreativeFormat): string {
  return JSON.stringify(formatId);
}

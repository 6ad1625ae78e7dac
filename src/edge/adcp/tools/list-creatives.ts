import { z } from "zod";
import { readActivity } from "../../../supply/callers/callbacks/index.ts";
import { accountOf, type CreativeFilter, readLibrary, SORT_FIELDS } from "../../../supply/creatives/index.ts";
import { CreativesAnswer } from "../answers/creatives.ts";
import { refused } from "../protocol/failure.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";
import { AccountRef, fromAdcpAccount } from "../words/account.ts";
import { CreativeId, toAdcpCreative } from "../words/creative.ts";
import { AdcpFormatId } from "../words/format.ts";
import { cursorAt, Pagination, pageAsked, strangeCursor } from "../words/page.ts";
import { completed, tool } from "./tool.ts";

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(100).optional();

const Filters = z.object({
  accounts: z.array(AccountRef).length(1).optional().describe("Must be one: omit it to list all of yours"),
  statuses: some(z.enum(["processing", "pending_review", "approved", "suspended", "rejected", "archived"])).describe(
    "Archived creatives are listed only if you ask for them",
  ),
  tags: some(z.string()).describe("With all of these"),
  tags_any: some(z.string()).describe("With any of these"),
  name_contains: z.string().max(500).optional(),
  creative_ids: some(CreativeId),
  format_ids: some(AdcpFormatId),
  created_after: time.optional(),
  created_before: time.optional(),
  updated_after: time.optional(),
  updated_before: time.optional(),
  assigned_to_packages: some(z.string()),
  media_buy_ids: some(z.string()),
  unassigned: z.boolean().optional(),
  concept_ids: z.unknown().optional().describe("Not offered: omit it"),
  has_served: z.unknown().optional().describe("Not offered: omit it"),
  has_variables: z.unknown().optional().describe("Not offered: omit it"),
});

const Input = z.object({
  account: AccountRef.optional(),
  filters: Filters.default({}),
  sort: z
    .object({ field: z.enum(SORT_FIELDS).default("created_date"), direction: z.enum(["asc", "desc"]).default("desc") })
    .default({ field: "created_date", direction: "desc" }),
  pagination: Pagination,
  include_assignments: z.boolean().default(true),
  include_purged: z.boolean().default(false).describe("Also creatives that were purged, without their content"),
  include_webhook_activity: z.boolean().default(false).describe("What was sent to you about each creative"),
  webhook_activity_limit: z.int().min(1).max(200).default(50),
});

type ToolRequest = z.output<typeof Input>;

export const listCreatives = tool({
  name: "list_creatives",
  title: "List your creatives",
  description:
    "The creatives that you sent with sync_creatives or in packages, with their status and the packages that show " +
    "them. The status is the storefront's own; whether a media buy is running is in the media buy's status.",
  input: Input,
  answer: CreativesAnswer,
  refs: {
    "account.account_id": "declaredAccount",
    "filters.creative_ids": "libraryCreative",
    "filters.media_buy_ids": "order",
  },
  async handle(asked, requestContext) {
    const { pagination, sort, include_assignments: assignments } = asked;
    const { size, after } = pageAsked(pagination);
    const skip = after === undefined ? 0 : Number(after);
    if (!Number.isSafeInteger(skip) || skip < 1 !== (after === undefined)) throw strangeCursor();
    const { side, ...caller } = requestContext.resolved.caller;
    const which = await whichOf(asked, requestContext);
    const { creatives, total } = await readLibrary(side, caller, which, { take: size, skip });
    const ids = creatives.map(({ creativeId }) => creativeId);
    const activity = asked.include_webhook_activity
      ? await readActivity(requestContext.resolved.caller, ids, asked.webhook_activity_limit)
      : undefined;
    const next = skip + creatives.length;
    const more = next < total;
    return completed({
      query_summary: {
        total_matching: total,
        returned: creatives.length,
        filters_applied: Object.keys(asked.filters),
        sort_applied: sort,
      },
      pagination: { has_more: more, total_count: total, ...(more && { cursor: cursorAt(String(next)) }) },
      creatives: creatives.map((creative) => toAdcpCreative(creative, { assignments, activity })),
    });
  },
});

const CREATIVE_STATUSES = ["pending_review", "approved", "suspended", "rejected", "archived"] as const;

async function whichOf(
  { account, filters, sort, include_purged: purged }: ToolRequest,
  requestContext: AdcpRequestContext,
): Promise<CreativeFilter> {
  const unknown = (["concept_ids", "has_served", "has_variables"] as const).find((name) => filters[name] !== undefined);
  if (unknown)
    throw refused(
      "UNSUPPORTED_FEATURE",
      `filters.${unknown}: this filter is not supported: leave it out`,
      `filters.${unknown}`,
    );
  const owner = await fromAdcpAccount(account ?? filters.accounts?.[0], requestContext);
  return {
    account: owner && accountOf(sellerCall(requestContext, owner).buyer),
    standings: filters.statuses && CREATIVE_STATUSES.filter((standing) => filters.statuses?.includes(standing)),
    purged,
    creativeIds: filters.creative_ids,
    nameContains: filters.name_contains,
    tags: filters.tags,
    anyTag: filters.tags_any,
    formatIds: filters.format_ids?.map(({ agent_url, id }) => ({ agentUrl: agent_url, id })),
    createdAfter: filters.created_after,
    createdBefore: filters.created_before,
    updatedAfter: filters.updated_after,
    updatedBefore: filters.updated_before,
    packageIds: filters.assigned_to_packages,
    mediaBuyIds: filters.media_buy_ids,
    unassigned: filters.unassigned,
    sort,
  };
}

import { z } from "zod";
import { readPurchases } from "../../../supply/callers/index.ts";
import { MediaBuysAnswer } from "../answers/media-buys.ts";
import { NO_NAMES, namedBuys } from "../controller/seeded/named-buys.ts";
import { refused } from "../protocol/failure.ts";
import { AccountRef, fromAdcpAccount } from "../words/account.ts";
import { toAdcpHealth } from "../words/health.ts";
import { toAdcpEcho, toAdcpMediaBuy } from "../words/media-buy.ts";
import { cursorAt, Pagination, pageAsked } from "../words/page.ts";
import { standingsOf, statusAmong } from "./standings.ts";
import { completed, tool } from "./tool.ts";

export const StatusFilter = z
  .union([z.string().transform((one) => [one]), z.array(z.string()).min(1)])
  .optional()
  .describe("pending_creatives, pending_start, active, paused, completed, rejected or canceled");

const Input = z.object({
  account: AccountRef.optional(),
  media_buy_ids: z.array(z.string()).min(1).max(200).optional(),
  status_filter: StatusFilter,
  pagination: Pagination,
});

export const getMediaBuys = tool({
  name: "get_media_buys",
  title: "Get media buys and their status",
  description: "Your media buys with the status that their sellers report: those named, or all of them, page by page.",
  input: Input,
  answer: MediaBuysAnswer,
  refs: { "account.account_id": "declaredAccount", media_buy_ids: "order" },
  async handle({ account: ref, media_buy_ids, status_filter, pagination }, requestContext) {
    const account = await fromAdcpAccount(ref, requestContext);
    const { size, after } = pageAsked(pagination);
    const named = media_buy_ids ? await namedBuys(media_buy_ids, requestContext) : NO_NAMES;
    const found = await readPurchases(requestContext.resolved.caller, {
      mediaBuyIds: media_buy_ids?.map((id) => named.orderOf(id)),
      account: media_buy_ids ? undefined : account,
      after,
      limit: size + 1,
    });
    const page = found.slice(0, size);
    if (media_buy_ids && page.length === 0) throw notFound();
    const ids = page.map(({ mediaBuyId }) => mediaBuyId);
    const standings = await standingsOf(ids, requestContext);
    const more = found.length > size;
    return completed({
      media_buys: page.flatMap((purchase) => {
        const standing = statusAmong(standings, purchase);
        if (!standing || (status_filter && !status_filter.includes(standing.status))) return [];
        const { media_buy_status: status, ...reported } = toAdcpMediaBuy(purchase, standing);
        const dates = { created_at: purchase.createdAt.toISOString(), updated_at: purchase.updatedAt.toISOString() };
        const whole = { ...reported, ...toAdcpEcho(purchase), ...toAdcpHealth(purchase, standing), status, ...dates };
        return [named.inItsWords(purchase.mediaBuyId, whole)];
      }),
      pagination: { has_more: more, ...(more && { cursor: cursorAt(ids.at(-1) ?? "") }) },
    });
  },
});

/**
 * Contains no id, because a request for somebody else's buy must get exactly the same answer as one for a buy that never existed (AdCP 3.1,
 * Errors).
 */
export function notFound() {
  const message = "media_buy_ids: you have none of these media buys here: get_media_buys lists yours";
  return refused("MEDIA_BUY_NOT_FOUND", message, "media_buy_ids");
}

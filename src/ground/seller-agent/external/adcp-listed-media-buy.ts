import { z } from "zod";
import { currencyCode, instant, readEach } from "../adcp.ts";
import { fromAdcpMediaBuys } from "../adcp-media-buy.ts";
import type { ListedMediaBuy } from "../port.ts";

/** The fields of a listed buy that `fromAdcpMediaBuys` does not read. */
const Listed = z.looseObject({
  media_buy_id: z.string(),
  currency: currencyCode.nullish().catch(null),
  account: z
    .looseObject({ brand: z.looseObject({ domain: z.string().nullish() }).nullish() })
    .nullish()
    .catch(null),
  created_at: instant.nullish().catch(null),
  start_time: instant.nullish().catch(null),
  end_time: instant.nullish().catch(null),
});

/** Parses the entries of `get_media_buys` if no particular buy was requested. */
export function fromAdcpListedMediaBuys(list: readonly unknown[]): ListedMediaBuy[] {
  const said = new Map(readEach(Listed, list, "media_buy_id").read.map((body) => [body.media_buy_id, body]));
  return fromAdcpMediaBuys(list).map((mediaBuy) => {
    const body = said.get(mediaBuy.mediaBuyId);
    return {
      ...mediaBuy,
      currency: body?.currency ?? null,
      brandDomain: body?.account?.brand?.domain ?? null,
      createdAt: body?.created_at ?? null,
      start: body?.start_time ?? null,
      end: body?.end_time ?? null,
      taskId: null,
    };
  });
}

/** The statuses in which a buy may still spend. Without a filter, a seller lists only active buys (AdCP 3.1, get-media-buys-request). */
export const UNDER_WAY = ["pending_creatives", "pending_start", "active", "paused"] as const;

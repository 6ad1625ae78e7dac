import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { CallContext } from "../../../ground/kernel/context.ts";
import { isTerminal, type MediaBuy, refreshMediaBuy } from "../../media-buys/index.ts";

/** The result of asking a buy's seller; the error is null if it answered. */
export interface Polled {
  readonly mediaBuyId: string;
  readonly salesAgentId: string;
  readonly error: string | null;
}

/** Buyer contract g.3: requests that come more often than this get the last known answer. */
const SELDOM_MS = 30 * SECOND_MS;

/**
 * Asks the sellers of all buys that are not over, in parallel. Drafts are skipped, because their sellers do not know them yet.
 */
export async function pollSellers(
  buys: readonly MediaBuy[],
  { viewer, now, perform, log }: CallContext,
): Promise<readonly Polled[]> {
  const asked = buys.filter((buy) => !isTerminal(buy) && buy.status !== "DRAFT" && !isFresh(buy, now));
  const polled = await Promise.all(
    asked.map(async ({ mediaBuyId, salesAgentId }): Promise<Polled | undefined> => {
      try {
        return await perform(refreshMediaBuy, { customerId: viewer.customerId, mediaBuyId });
      } catch (error) {
        log.error({ err: error, mediaBuyId }, "a media buy was not refreshed");
        return { mediaBuyId, salesAgentId, error: "its seller could not be asked now: ask again in a moment" };
      }
    }),
  );
  return polled.flatMap((one) => one ?? []);
}

function isFresh({ checkedAt }: MediaBuy, now: Date): boolean {
  return checkedAt !== null && now.getTime() - checkedAt.getTime() < SELDOM_MS;
}

import type { CallContext } from "../../ground/kernel/context.ts";
import { isTerminal, type MediaBuy, type Refresh, refreshMediaBuy } from "../media-buys/index.ts";

/** What a seller said of a buy just now, or why it said nothing. */
export type Polled = Refresh | { readonly mediaBuyId: string; readonly salesAgentId: string; readonly error: string };

/** Asks the sellers of all buys that are not over, at once; a draft is nothing that a seller could be asked about. */
export async function pollSellers(
  buys: readonly MediaBuy[],
  { viewer, perform, log }: CallContext,
): Promise<readonly Polled[]> {
  const asked = buys.filter((buy) => !isTerminal(buy) && buy.status !== "DRAFT");
  const polled = await Promise.all(
    asked.map(async ({ mediaBuyId, salesAgentId }): Promise<Polled | undefined> => {
      try {
        return await perform(refreshMediaBuy, { customerId: viewer.customerId, mediaBuyId });
      } catch (error) {
        log.error({ err: error, mediaBuyId }, "a media buy was not refreshed");
        return { mediaBuyId, salesAgentId, error: "it could not be asked after now: ask again in a moment" };
      }
    }),
  );
  return polled.flatMap((one) => one ?? []);
}

import { InvalidState } from "../../../ground/kernel/errors.ts";
import type { FlightDates } from "../../../ground/seller-agent/index.ts";
import { isTerminal, isUnsent, type MediaBuy } from "../../media-buys/index.ts";
import type { Campaign } from "../campaign.ts";
import { checkNotOver } from "../check-plan.ts";

/**
 * A seller has sold a buy for certain dates, so the plan must cover all of them: those of sent buys, those with dates
 * from the buyer, and those divided into pacing periods. Throws `Invalid` for a flight that is over and `InvalidState`
 * for one that is too short.
 */
export function checkFlight(before: Campaign, after: Campaign, proposed: readonly MediaBuy[], now: Date): void {
  const { flight } = after;
  if (flight !== before.flight) checkNotOver(flight, now);
  const outside = outsideOf(flight, proposed);
  if (!outside) return;
  const { mediaBuyId, status } = outside;
  const [start, end] = [outside.flight.start, outside.flight.end].map((time) => time.toISOString());
  throw new InvalidState(
    `media buy ${mediaBuyId} would run from ${start} to ${end}, outside its campaign's flight: change both in one request, or cancel it first`,
    { field: flight === before.flight ? "mediaBuys" : "flightDates", details: { mediaBuyId, status } },
  );
}

function outsideOf({ start, end }: FlightDates, buys: readonly MediaBuy[]): MediaBuy | undefined {
  return buys.filter(isBound).find(({ flight }) => flight.start < start || flight.end > end);
}

/** Any other draft follows the campaign's flight. */
function isBound(buy: MediaBuy): boolean {
  if (isTerminal(buy)) return false;
  return !isUnsent(buy) || buy.isTimedByBuyer || buy.packages.some(({ period }) => period !== null);
}

/** The flight, extended to cover all of the buys. */
export function widened(flight: FlightDates, buys: readonly MediaBuy[]): FlightDates {
  const open = buys.filter((buy) => !isTerminal(buy)).map((buy) => buy.flight);
  const start = Math.min(...[flight, ...open].map((one) => one.start.getTime()));
  const end = Math.max(...[flight, ...open].map((one) => one.end.getTime()));
  return { start: new Date(start), end: new Date(end) };
}

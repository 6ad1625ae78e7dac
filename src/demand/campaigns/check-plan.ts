import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, NotFound } from "../../ground/kernel/errors.ts";
import type { FlightDates } from "../../ground/seller-agent/index.ts";
import { missingEventSource } from "../advertisers/index.ts";
import { visibleStorefronts } from "./store.ts";
import { namedEventSources, type PerformanceConfig } from "./targeting/optimization-goal.ts";

export function checkNotOver({ end }: FlightDates, now: Date): void {
  if (end > now) return;
  throw new Invalid(`flightDates.endDate: it is already ${now.toISOString()}, so the flight would be over`, {
    field: "flightDates.endDate",
  });
}

export async function checkStorefronts({ db }: Context, ids: readonly number[] | null): Promise<void> {
  if (!ids) return;
  const visible = new Set(await visibleStorefronts(db, ids));
  const missing = ids.find((id) => !visible.has(id));
  if (missing !== undefined) throw new NotFound(`there is no storefront ${missing}`, { field: "storefrontIds" });
}

/** A goal may only count events of registered sources. */
export async function checkGoals(ctx: Context, advertiserId: number, config: PerformanceConfig): Promise<void> {
  const named = namedEventSources(config);
  const ids = named.map(({ eventSourceId }) => eventSourceId);
  const missing = await missingEventSource(ctx, advertiserId, ids);
  const first = named.find(({ eventSourceId }) => eventSourceId === missing);
  if (!first) return;
  const { field } = first;
  throw new Invalid(
    `${field}: advertiser ${advertiserId} has no event source ${missing}: register it with event-sources/sync`,
    { field },
  );
}

import { z } from "zod";
import { numberOf } from "../../../../ground/kernel/money.ts";
import type { ModuleTask, TaskBooking } from "../../modules/module.ts";
import { type Kevel, KevelRefused } from "./kevel-api.ts";

/** Kevel's numeric codes (its reference, "Create Flight"). */
const GOAL_IMPRESSIONS = 1;
const RATE_CPM = 2;
const LONGEST_NAME = 200;
/** `Impressions` is an int32 in Kevel. */
const MOST_IMPRESSIONS = 2_147_483_647;

/** A flight as it is read, including unknown fields, because an update has to send all of them. */
const Flight = z.looseObject({
  Id: z.int(),
  CampaignId: z.int(),
  IsActive: z.boolean().nullish(),
  IsDeleted: z.boolean().nullish(),
});
export type Flight = z.output<typeof Flight>;

const CreatedEntity = z.object({ Id: z.int() });
const Named = z.object({ Id: z.int(), Name: z.string(), IsDeleted: z.boolean().nullish() });

/** What the feed says about an avail for Kevel: `sourceMetadata.kevel`. */
const Placement = z.object({ siteId: z.int(), zoneId: z.int().optional() });

/**
 * Creates one campaign with one flight per booking, whose names end in the booking's id. Kevel takes no idempotency
 * keys, so whatever was created before a reply got lost is found again by name. The flight is created inactive, because
 * nothing may serve before it is trafficked.
 */
export async function orderFlight(kevel: Kevel, { booking }: ModuleTask): Promise<number> {
  if (booking.impressions > MOST_IMPRESSIONS)
    throw new KevelRefused(`a flight has at most ${MOST_IMPRESSIONS} impressions`, { final: true });
  const name = nameOf(booking);
  const campaigns = await kevel.search("/v1/campaign/search", { campaignName: name }, Named);
  const campaign = campaigns.find(({ Name, IsDeleted }) => Name === name && !IsDeleted);
  const CampaignId = campaign?.Id ?? (await createCampaign(kevel, name));
  const known = campaign ? await kevel.list(`/v1/campaign/${CampaignId}/flight`, Named) : [];
  const flight = known.find(({ Name, IsDeleted }) => Name === name && !IsDeleted);
  if (flight) return flight.Id;
  const body = { CampaignId, Name: name, IsActive: false, ...termsOf(kevel, booking), ...placementOf(booking) };
  return (await kevel.post("/v1/flight", body, CreatedEntity)).Id;
}

async function createCampaign({ config, post }: Kevel, Name: string): Promise<number> {
  return (await post("/v1/campaign", { AdvertiserId: config.advertiserId, Name, IsActive: true }, CreatedEntity)).Id;
}

function nameOf({ bookingId, campaignName, mediaBuyId }: TaskBooking): string {
  const end = ` [${bookingId}]`;
  return `${(campaignName ?? mediaBuyId).slice(0, LONGEST_NAME - end.length)}${end}`;
}

function termsOf({ config }: Kevel, { start, end, impressions, cpm }: TaskBooking) {
  return {
    StartDateISO: start.toISOString(),
    EndDateISO: end.toISOString(),
    PriorityId: config.priorityId,
    GoalType: GOAL_IMPRESSIONS,
    Impressions: impressions,
    RateType: RATE_CPM,
    Price: cpm === null ? null : numberOf(cpm),
  };
}

function placementOf({ sourceMetadata }: TaskBooking) {
  const { success, data } = Placement.safeParse(sourceMetadata.kevel);
  if (!success) return {};
  const { siteId: SiteId, zoneId: ZoneId } = data;
  return { SiteZoneTargeting: [{ SiteId, ...(ZoneId !== undefined && { ZoneId }), IsExcluded: false }] };
}

/** The flight that was created for a booking. */
export async function flightOf({ get }: Kevel, { known }: ModuleTask): Promise<Flight> {
  const flightId = Number(known.upstreamOrderId);
  if (!Number.isSafeInteger(flightId))
    throw new KevelRefused(`${known.upstreamOrderId} is not the id of a flight: it was booked in another way`, {
      final: true,
    });
  return get(`/v1/flight/${flightId}`, Flight);
}

/** Updates a flight to its booking's current state, and lets it serve unless its buyer has paused it. */
export async function bringUpToDate(kevel: Kevel, { booking }: ModuleTask, flight: Flight): Promise<void> {
  const { StartDateISO: _, ...terms } = termsOf(kevel, booking);
  await kevel.put(`/v1/flight/${flight.Id}`, { ...flight, ...terms, IsActive: !booking.paused });
}

export async function stopFlight({ put }: Kevel, flight: Flight): Promise<void> {
  if (flight.IsActive) await put(`/v1/flight/${flight.Id}`, { ...flight, IsActive: false });
}

import { createHash } from "node:crypto";
import { z } from "zod";
import type { ModuleTask, TaskBooking, TaskCreative } from "../../modules/module.ts";
import type { Flight } from "./flight.ts";
import { type Kevel, KevelRefused } from "./kevel-api.ts";

const CreatedEntity = z.object({ Id: z.int() });
const Titled = z.object({ Id: z.int(), Title: z.string().nullish(), IsDeleted: z.boolean().nullish() });
const Ad = z.looseObject({
  Id: z.int(),
  Creative: z.looseObject({ Id: z.int() }),
  IsActive: z.boolean().nullish(),
  IsDeleted: z.boolean().nullish(),
});

const LONGEST_CLICK_URL = 2_000;

/** The parts of a manifest that can be shown through Kevel (AdCP 3.1, core/creative-manifest). */
const Manifest = z.object({
  assets: z.record(
    z.string(),
    z.object({
      asset_type: z.string().optional(),
      url: z.string().optional(),
      url_type: z.string().optional(),
      content: z.string().optional(),
      alt_text: z.string().optional(),
    }),
  ),
});

/** Stores a booking's creatives in Kevel; returns their ids there, in the order of the booking's creatives. */
export async function saveCreatives(kevel: Kevel, { booking }: ModuleTask): Promise<readonly number[]> {
  const { advertiserId } = kevel.config;
  const known = await kevel.list(`/v1/advertiser/${advertiserId}/creatives`, Titled);
  const ids: number[] = [];
  for (const creative of booking.creatives) {
    const Title = titleOf(booking, creative);
    const kept = known.find((one) => one.Title === Title && !one.IsDeleted);
    ids.push(
      kept?.Id ??
        (await kevel.post("/v1/creative", toKevelCreative(kevel, booking, creative, Title), CreatedEntity)).Id,
    );
  }
  return ids;
}

/**
 * Contains the booking and a digest of the content, so that a creative is found again after a lost reply, and other
 * content makes another creative.
 */
function titleOf({ bookingId }: TaskBooking, { creativeId, name, manifest }: TaskCreative): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([creativeId, manifest]))
    .digest("hex")
    .slice(0, 12);
  return `${name.slice(0, 150)} [${bookingId} ${digest}]`;
}

function toKevelCreative({ config }: Kevel, { sourceMetadata }: TaskBooking, creative: TaskCreative, Title: string) {
  const { success, data } = z.object({ adTypeId: z.int() }).safeParse(sourceMetadata.kevel);
  const AdTypeId = success ? data.adTypeId : config.adTypeId;
  return { AdvertiserId: config.advertiserId, AdTypeId, Title, IsActive: true, ...shownOf(creative) };
}

/** An image with its landing page, or markup. People have to send anything else. */
function shownOf({ creativeId, manifest }: TaskCreative) {
  const assets = Object.values(Manifest.safeParse(manifest).data?.assets ?? {});
  const markup = assets.find(
    ({ asset_type, content }) => (asset_type === "html" || asset_type === "javascript") && content,
  );
  if (markup?.content !== undefined) return { IsHTMLJS: true, ScriptBody: scriptOf(markup) };
  const image = assets.find(({ asset_type, url }) => asset_type === "image" && url);
  const click = assets.find(({ asset_type, url_type }) => asset_type === "url" && url_type === "clickthrough")?.url;
  if (!image)
    throw new KevelRefused(
      `the creative ${creativeId} has neither an image nor markup, which is all that is sent to Kevel`,
      {
        final: true,
      },
    );
  if (click === undefined || click.length > LONGEST_CLICK_URL)
    throw new KevelRefused(
      `the creative ${creativeId} needs a landing page of at most ${LONGEST_CLICK_URL} characters`,
      {
        final: true,
      },
    );
  return {
    IsHTMLJS: false,
    ImageLink: image.url,
    Url: click,
    ...(image.alt_text !== undefined && { Alt: image.alt_text }),
  };
}

function scriptOf({
  asset_type,
  content = "",
}: {
  readonly asset_type?: string | undefined;
  content?: string | undefined;
}) {
  return asset_type === "javascript" ? `<script>${content}</script>` : content;
}

/** Creatives that a person has named or that were stored earlier, as `12,13`. */
export function creativeIdsIn({ known }: ModuleTask): readonly number[] {
  const said = known.clientCopyMasterRef ?? "";
  const ids = said.split(",").map((id) => Number(id.trim()));
  if (ids.length > 0 && ids.every((id) => Number.isSafeInteger(id) && id > 0)) return ids;
  throw new KevelRefused(
    `the creative reference ${said.slice(0, 100)} is no id of a creative, or several, with commas`,
    {
      final: true,
    },
  );
}

/** Makes a flight show exactly these creatives; in Kevel, an ad is a creative in a flight. Returns the ids of its ads. */
export async function showCreatives(
  kevel: Kevel,
  flight: Flight,
  creativeIds: readonly number[],
): Promise<readonly number[]> {
  const { list, post, put } = kevel;
  const ads = (await list(`/v1/flight/${flight.Id}/creatives`, Ad)).filter(({ IsDeleted }) => !IsDeleted);
  const shown: number[] = [];
  for (const creativeId of creativeIds) {
    const ad = ads.find(({ Creative }) => Creative.Id === creativeId);
    const of = { FlightId: flight.Id, CampaignId: flight.CampaignId, Creative: { Id: creativeId } };
    if (!ad) shown.push((await post(`/v1/flight/${flight.Id}/creative`, { ...of, IsActive: true }, CreatedEntity)).Id);
    else shown.push(ad.Id);
    if (ad && !ad.IsActive) await put(`/v1/flight/${flight.Id}/creative/${ad.Id}`, adWith(flight, ad, true));
  }
  for (const ad of ads)
    if (ad.IsActive && !creativeIds.includes(ad.Creative.Id))
      await put(`/v1/flight/${flight.Id}/creative/${ad.Id}`, adWith(flight, ad, false));
  return shown;
}

function adWith({ Id: FlightId, CampaignId }: Flight, ad: z.output<typeof Ad>, IsActive: boolean) {
  return { ...ad, FlightId, CampaignId, Creative: { Id: ad.Creative.Id }, IsDeleted: false, IsActive };
}

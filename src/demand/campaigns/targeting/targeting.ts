import { z } from "zod";
import { Invalid } from "../../../ground/kernel/errors.ts";

const Codes = z.array(z.string().min(1).max(64)).max(1000);
const Countries = z.array(z.string().regex(/^[A-Z]{2}$/, "a country must be an ISO 3166 code, such as US")).max(250);
const Areas = z
  .array(z.looseObject({ system: z.string().min(1).max(64), country: z.string().max(2).optional(), values: Codes }))
  .max(100);

/** Where and to whom a campaign may be shown, under AdCP's names. `countries` is the older name of `geo_countries`. */
export const Constraints = z
  .object({
    channels: z.array(z.string().min(1).max(64)).max(50),
    countries: Countries,
    geo_countries: Countries,
    geo_countries_exclude: Countries,
    geo_regions: Codes,
    geo_regions_exclude: Codes,
    geo_metros: Areas,
    geo_metros_exclude: Areas,
    geo_postal_areas: Areas,
    geo_postal_areas_exclude: Areas,
    language: Codes,
    device_platform: Codes,
    device_type: Codes,
    device_type_exclude: Codes,
  })
  .partial()
  .meta({ id: "CampaignConstraints" });

export type Constraints = z.output<typeof Constraints>;

const MOST_PARAMS = 20;

/** Merging can exceed a limit that neither the old list nor the addition exceeds alone. */
function atMost<T>(most: number, all: T[], field: string): T[] {
  if (all.length <= most) return all;
  throw new Invalid(
    `${field}: that would make ${all.length}, and at most ${most} are allowed; send deleteMissing to replace`,
    {
      field,
    },
  );
}

const UtmParam = z.object({
  paramKey: z.string().regex(/^[a-zA-Z0-9_-]{1,100}$/),
  paramValue: z.string().min(1).max(200),
});

export type UtmParam = z.output<typeof UtmParam>;

/** The query parameters of landing pages; they override the advertiser's, key by key. */
export const UtmConfig = z
  .object({ params: z.array(UtmParam).max(MOST_PARAMS), deleteMissing: z.boolean().optional() })
  .meta({ id: "CampaignUtmConfig" });

export function mergeUtmParams(
  before: readonly UtmParam[] | null,
  { params, deleteMissing }: z.output<typeof UtmConfig>,
): UtmParam[] {
  const kept = deleteMissing ? [] : (before ?? []);
  const all = [...new Map([...kept, ...params].map((param) => [param.paramKey, param])).values()];
  return atMost(MOST_PARAMS, all, "utmConfig.params");
}

export const FrequencyCaps = z
  .array(
    z.looseObject({
      max_impressions: z.int().min(1),
      window: z.looseObject({ interval: z.int().min(1), unit: z.string().min(1).max(32) }),
    }),
  )
  .max(20)
  .describe(
    "Sellers receive the first cap that limits the number of exposures; `per` says whose exposures are counted, by " +
      "default individuals",
  );

export type FrequencyCaps = z.output<typeof FrequencyCaps>;

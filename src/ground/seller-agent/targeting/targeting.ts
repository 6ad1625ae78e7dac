import { z } from "zod";

const MOST = 5_000;
const few = <T extends z.ZodType>(entry: T) => z.array(entry).min(1).max(1_000);

const Country = z.string().regex(/^[A-Z]{2}$/, "a country must be an ISO 3166 code, such as US");
const Region = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, "a region must be an ISO 3166-2 code, such as US-NY");
const Values = z.array(z.string().min(1).max(64)).min(1).max(MOST);

const METRO_SYSTEMS = ["nielsen_dma", "uk_itl1", "uk_itl2", "eurostat_nuts2", "custom"] as const;
const Metros = z.strictObject({ system: z.enum(METRO_SYSTEMS), values: Values });

const PostalAreas = z
  .strictObject({
    country: Country.optional(),
    system: z.string().regex(/^[a-z][a-z_]{0,63}$/, "such as zip"),
    values: Values,
  })
  .refine(({ country, system }) => country !== undefined || /^[a-z]{2}_./.test(system), {
    path: ["country"],
    message: "say the country of the postal areas",
  });

/** The units whose exposures a cap counts (AdCP 3.1, reach-unit), and the units of its window. */
export const REACH_UNITS = ["individuals", "households", "devices", "accounts", "cookies", "custom"] as const;
export const WINDOW_UNITS = ["seconds", "minutes", "hours", "days", "campaign"] as const;

const Duration = z
  .strictObject({ interval: z.int().min(1).max(100_000), unit: z.enum(WINDOW_UNITS) })
  .refine(({ interval, unit }) => unit !== "campaign" || interval === 1, {
    path: ["interval"],
    message: "there is one campaign: interval is 1",
  });

const FrequencyCap = z
  .strictObject({
    suppress: Duration.optional().describe("The minimum time between two exposures"),
    suppress_minutes: z.number().min(0).max(1e9).optional().describe("An older form of suppress"),
    max_impressions: z.int().min(1).max(1e9).optional(),
    per: z.enum(REACH_UNITS).optional(),
    window: Duration.optional(),
  })
  .refine(
    ({ max_impressions, suppress, suppress_minutes }) =>
      [max_impressions, suppress, suppress_minutes].some((given) => given !== undefined),
    { message: "a cap has max_impressions or suppress" },
  )
  .refine(
    ({ max_impressions, per, window }) =>
      new Set([max_impressions, per, window].map((given) => given === undefined)).size === 1,
    { message: "max_impressions, per and window go together" },
  );

/** A list that is maintained by an agent of its own, and looked up by the source that serves the package. */
export const ListReference = z.strictObject({ agent_url: z.url().max(2_048), list_id: z.string().min(1).max(255) });

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const Daypart = z
  .strictObject({
    days: z.array(z.enum(DAYS)).min(1).max(7),
    start_hour: z.int().min(0).max(23),
    end_hour: z.int().min(1).max(24),
    label: z.string().max(255).optional(),
  })
  .refine(({ start_hour, end_hour }) => end_hour > start_hour, {
    path: ["end_hour"],
    message: "it ends after start_hour",
  });

const PLATFORMS = [
  "ios",
  "android",
  "windows",
  "macos",
  "linux",
  "chromeos",
  "tvos",
  "tizen",
  "webos",
  "fire_os",
  "roku_os",
  "unknown",
] as const;
const DEVICES = ["desktop", "mobile", "tablet", "ctv", "dooh", "unknown"] as const;

/**
 * Where, when and to whom a package may be shown (AdCP 3.1, `targeting_overlay`). It keeps the protocol's spelling, because it is stored,
 * passed on and returned as it was sent, and is not evaluated here.
 */
export const Targeting = z
  .strictObject({
    geo_countries: few(Country),
    geo_countries_exclude: few(Country),
    geo_regions: few(Region),
    geo_regions_exclude: few(Region),
    geo_metros: few(Metros),
    geo_metros_exclude: few(Metros),
    geo_postal_areas: few(PostalAreas),
    geo_postal_areas_exclude: few(PostalAreas),
    daypart_targets: few(Daypart),
    frequency_cap: FrequencyCap,
    property_list: ListReference,
    collection_list: ListReference,
    collection_list_exclude: ListReference,
    device_platform: few(z.enum(PLATFORMS)),
    device_type: few(z.enum(DEVICES)),
    device_type_exclude: few(z.enum(DEVICES)),
    language: few(z.string().regex(/^[a-z]{2}$/, "a language must be an ISO 639-1 code, such as en")),
  })
  .partial();

export type Targeting = z.output<typeof Targeting>;
export type TargetingName = keyof Targeting;
type FrequencyCap = z.output<typeof FrequencyCap>;

export const TARGETING_NAMES = Object.keys(Targeting.shape) as readonly TargetingName[];

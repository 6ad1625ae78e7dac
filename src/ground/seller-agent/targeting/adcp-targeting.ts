import { z } from "zod";
import type { Payload } from "../external/wire/connection.ts";
import { type HonouredDimensions, postalWord, splitPostal } from "./honoured.ts";
import { REACH_UNITS, type Targeting, WINDOW_UNITS } from "./targeting.ts";

const said = z.record(z.string(), z.unknown()).catch({});
const list = z.array(z.string()).optional().catch(undefined);

const DeclaredCapabilities = z.object({
  features: said,
  execution: z.object({ targeting: said }).catch({ targeting: {} }),
  frequency_capping: z.object({ supported_per_units: list, supported_window_units: list }).optional().catch(undefined),
});

/** AdCP 3.1 has no flag for those after `language`; a seller that declares one anyway is trusted. */
const FLAGS = [
  "geo_countries",
  "geo_regions",
  "language",
  "device_platform",
  "device_type",
  "daypart_targets",
  "property_list",
  "collection_list",
];
const LISTS = ["property_list", "collection_list"];

/** The targeting that a seller declares to honour, in `media_buy` of its capabilities; it honours nothing else. */
export function fromAdcpTargetingSupport(mediaBuy: unknown): HonouredDimensions {
  const {
    features,
    execution,
    frequency_capping: capping,
  } = DeclaredCapabilities.catch(DeclaredCapabilities.parse({})).parse(mediaBuy);
  const { geo_metros, geo_postal_areas, ...flags } = execution.targeting;
  const words = [
    ...FLAGS.filter((name) => flags[name] === true),
    ...LISTS.filter((name) => features[`${name}_filtering`] === true),
    ...trueIn(geo_metros).map((system) => `geo_metros/${system}`),
    ...fromAdcpPostalSupport(geo_postal_areas),
    ...(capping ? cappingWords(capping.supported_per_units, capping.supported_window_units) : []),
  ];
  return [...new Set(words)];
}

/** In 3.1 by country; in AdCP 3.0 one flag for each combination of country and system. */
function fromAdcpPostalSupport(support: unknown): string[] {
  const byCountry = Object.entries(said.parse(support)).flatMap(([country, systems]) =>
    (z.array(z.string()).safeParse(systems).data ?? []).map((system) => postalWord({ country, system })),
  );
  return [...byCountry, ...trueIn(support).map((system) => postalWord({ system }))];
}

/** A seller that names no units supports all of them (AdCP 3.1, `frequency_capping`). */
function cappingWords(per: readonly string[] = REACH_UNITS, windows: readonly string[] = WINDOW_UNITS): string[] {
  const units = [...per.map((unit) => `per/${unit}`), ...windows.map((unit) => `window/${unit}`)];
  return ["frequency_cap", ...units.map((unit) => `frequency_cap/${unit}`)];
}

function trueIn(flags: unknown): string[] {
  return Object.entries(said.parse(flags)).flatMap(([name, value]) => (value === true ? [name] : []));
}

/** The inverse of `fromAdcpTargetingSupport`: a part of `media_buy`, empty if nothing is honoured. */
export function toAdcpTargetingSupport(honoured: HonouredDimensions, isNewest: boolean): Payload {
  const metros = below("geo_metros", honoured);
  const postal = toAdcpPostalSupport(below("geo_postal_areas", honoured), isNewest);
  const targeting = {
    ...allTrue(FLAGS.filter((name) => honoured.includes(name))),
    ...(metros.length > 0 && { geo_metros: allTrue(metros) }),
    ...(Object.keys(postal).length > 0 && { geo_postal_areas: postal }),
  };
  // Sellers may only declare frequency caps if their reports include reach and frequency, and no report here does (AdCP 3.1, frequency_capping).
  return Object.keys(targeting).length > 0 ? { execution: { targeting } } : {};
}

function toAdcpPostalSupport(words: readonly string[], isNewest: boolean): Payload {
  if (!isNewest)
    return allTrue(words.map((word) => word.toLowerCase().replace("/", "_")).filter((one) => FUSED.has(one)));
  const byCountry = Map.groupBy(words, (word) => word.slice(0, 2));
  return Object.fromEntries([...byCountry].map(([country, own]) => [country, own.map((word) => word.slice(3))]));
}

/** All postal systems that AdCP 3.0 has a name for. */
const FUSED: ReadonlySet<string> = new Set([
  "us_zip",
  "us_zip_plus_four",
  "gb_outward",
  "gb_full",
  "ca_fsa",
  "ca_full",
  "de_plz",
  "fr_code_postal",
  "au_postcode",
  "ch_plz",
  "at_plz",
]);

function below(prefix: string, honoured: HonouredDimensions): string[] {
  return honoured.flatMap((word) => (word.startsWith(`${prefix}/`) ? word.slice(prefix.length + 1) : []));
}

function allTrue(names: readonly string[]): Payload {
  return Object.fromEntries(names.map((name) => [name, true]));
}

/** AdCP 3.0 writes a country and its postal system as one word, 3.1 as two; everything else is spelt the same in both. */
export function toAdcpTargeting(targeting: Targeting, isNewest: boolean): Payload {
  const { geo_postal_areas: within, geo_postal_areas_exclude: without, ...rest } = targeting;
  const spelt = isNewest ? inTwoWords : inOneWord;
  return {
    ...rest,
    ...(within && { geo_postal_areas: within.map(spelt) }),
    ...(without && { geo_postal_areas_exclude: without.map(spelt) }),
  };
}

type PostalAreas = NonNullable<Targeting["geo_postal_areas"]>[number];

function inOneWord({ country, system, values }: PostalAreas): PostalAreas {
  return { system: country === undefined ? system : `${country.toLowerCase()}_${system}`, values };
}

function inTwoWords({ country, system, values }: PostalAreas): PostalAreas {
  if (country !== undefined) return { country, system, values };
  const [where, how] = splitPostal(system);
  return { country: where, system: how, values };
}

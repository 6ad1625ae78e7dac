import type { SellerError } from "../seller-error.ts";
import { TARGETING_NAMES, type Targeting, type TargetingName } from "./targeting.ts";

/** What a seller honours, with one entry for each dimension or system: `geo_countries`, `geo_metros/nielsen_dma`, `frequency_cap/per/households`. */
export type HonouredDimensions = readonly string[];

/** An entry that a targeting requires, and the field that requires it. */
interface RequiredEntry {
  readonly word: string;
  readonly field: string;
}

function askedIn(targeting: Targeting): RequiredEntry[] {
  return TARGETING_NAMES.flatMap((name) => (targeting[name] === undefined ? [] : askedBy(name, targeting)));
}

function askedBy(name: TargetingName, targeting: Targeting): RequiredEntry[] {
  switch (name) {
    case "geo_metros":
    case "geo_metros_exclude":
      return (targeting[name] ?? []).map(({ system }, at) => ({
        word: `geo_metros/${system}`,
        field: `${name}[${at}]`,
      }));
    case "geo_postal_areas":
    case "geo_postal_areas_exclude":
      return (targeting[name] ?? []).map((areas, at) => ({ word: postalWord(areas), field: `${name}[${at}]` }));
    case "frequency_cap":
      return askedByCap(targeting);
    default:
      // A seller that can target something can also exclude it, because AdCP has a single declaration for both.
      return [{ word: name.replace(/_exclude$/, ""), field: name }];
  }
}

function askedByCap({ frequency_cap: { per, window } = {} }: Targeting): RequiredEntry[] {
  return [
    { word: "frequency_cap", field: "frequency_cap" },
    ...(per ? [{ word: `frequency_cap/per/${per}`, field: "frequency_cap.per" }] : []),
    ...(window ? [{ word: `frequency_cap/window/${window.unit}`, field: "frequency_cap.window" }] : []),
  ];
}

/** The same for both spellings of a postal system: `US` and `zip`, or AdCP 3.0's `us_zip`. */
export function postalWord({ country, system }: { country?: string | undefined; system: string }): string {
  const [where, how] = country === undefined ? splitPostal(system) : [country, system];
  return `geo_postal_areas/${where}/${how}`;
}

export function splitPostal(fused: string): readonly [country: string, system: string] {
  return [fused.slice(0, 2).toUpperCase(), fused.slice(3)];
}

/** The reasons why a seller with these capabilities cannot serve a targeting, each with its field below `path`. */
export function refusedTargeting(targeting: Targeting, honoured: HonouredDimensions, path: string): SellerError[] {
  const refused = askedIn(targeting).filter(({ word }) => !honoured.includes(word));
  // If capping is not supported at all, no further errors about its units are needed.
  const news = refused.filter(({ field }) => !refused.some((other) => field.startsWith(`${other.field}.`)));
  return news.map(({ word, field }) => ({
    code: "UNSUPPORTED_FEATURE",
    message: `${path}.${field}: there is no targeting by ${word} here: leave it out`,
    field: `${path}.${field}`,
    recovery: "correctable",
  }));
}

/** The part of a targeting that is honoured. A field is sent either completely or not at all, because half an exclusion is not what was requested. */
export function honouredPart(targeting: Targeting, honoured: HonouredDimensions): Targeting {
  return Object.fromEntries(
    Object.entries(targeting).filter(
      ([name, value]) => value !== undefined && refusedTargeting({ [name]: value }, honoured, "").length === 0,
    ),
  );
}

/** What all sellers in the list honour; nothing if the list is empty. */
export function honouredByAll([first = [], ...others]: readonly HonouredDimensions[]): HonouredDimensions {
  return first.filter((word) => others.every((honoured) => honoured.includes(word)));
}

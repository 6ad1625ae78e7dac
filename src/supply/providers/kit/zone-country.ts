/** The only country that uses a time zone; undefined for a zone of several countries, or of none. */
export function countryOfZone(zone: string): string | undefined {
  known ??= countries();
  return known.get(zone);
}

let known: ReadonlyMap<string, string> | undefined;

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

function countries(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  for (const country of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    if (names.of(country) === undefined) continue;
    for (const zone of zonesOf(country)) if (!found.has(zone)) found.set(zone, country);
  }
  return found;
}

function zonesOf(country: string): readonly string[] {
  // Part of ECMA-402 since 2025, but not in the types yet.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): readonly string[] | undefined };
  return locale.getTimeZones?.() ?? [];
}

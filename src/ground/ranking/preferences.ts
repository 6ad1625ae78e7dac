import { type BriefReading, type Chip, isFirm } from "../brief/index.ts";
import { canonicalChannel } from "../channels/channel.ts";
import { formatTypesOf } from "./demands.ts";
import type { Offer, OfferReading } from "./offer-reading.ts";

const NO_TERMS: readonly string[] = [];

/** A preference that is no requirement moves a product a little. */
const PREFERENCE = 0.07;
/** The brief's own language: its author's people mostly read it. */
const OWN_LANGUAGE = 0.03;

/** What lacks one of several that are asked for still fits by the others. */
const BESIDE_MET = 0.7;

/** How much a brief's preferences change a product's score. Values without a chip are ignored. */
export function preferencesOf({
  chips,
  languages: own,
}: BriefReading): (offer: Offer, reading: OfferReading) => number {
  // A region is one preference, with all its countries.
  const criteria = [
    ...Map.groupBy(
      chips.filter(({ kind }) => WISHED.has(kind)),
      ({ kind, concept, value, negated }) => `${kind === "country" ? concept : value} ${negated}`,
    ).values(),
  ];
  const sought = chips.filter(({ kind, negated }) => !negated && kind === "channel");
  /** "Preferably podcasts or radio": who has the likelier one comes after who has both, and is not out. */
  const isMetBeside = (kind: Chip["kind"], chance: number, product: Offer["product"]) =>
    sought.some(
      (one) =>
        one.kind === kind &&
        (isFirm(one) ? 1 : (one.chance ?? 0)) >= chance &&
        hasChip(one, product, NO_TERMS, NO_TERMS),
    );
  const asksFormats = chips.some(({ kind }) => kind === "format");
  return ({ product }, { languages }) => {
    let factor = languages[0] === own[0] ? 1 + OWN_LANGUAGE : 1;
    if (criteria.length === 0) return factor;
    const formats = asksFormats ? formatTypesOf(product) : NO_TERMS;
    let doubt = 1;
    for (const same of criteria) {
      const [chip] = same;
      if (!chip) continue;
      const has = hasAny(same, product, formats, languages);
      const chance = chanceOf(same) ?? 0;
      if (has !== undefined) factor += (has === chip.negated ? -1 : 1) * PREFERENCE * (isFirm(chip) ? 1 : 0.5);
      if (chance > 0 && has === chip.negated)
        doubt *= Math.max(1 - chance, !has && isMetBeside(chip.kind, chance, product) ? BESIDE_MET : 0);
    }
    return Math.max(0.6, Math.min(1.2, factor)) * doubt;
  };
}

/** How likely it is that what breaks one of these is not wanted; undefined if they are plain preferences. */
function chanceOf(chips: readonly Chip[]): number | undefined {
  const chances = chips.flatMap(({ chance }) => chance ?? []);
  return chances.length === chips.length ? Math.max(...chances) : undefined;
}

const WISHED: ReadonlySet<string> = new Set(["channel", "format", "country", "language"]);

function hasAny(
  chips: readonly Chip[],
  product: Offer["product"],
  formats: readonly string[],
  languages: readonly string[],
): boolean | undefined {
  let known: boolean | undefined;
  for (const chip of chips) {
    const has = hasChip(chip, product, formats, languages);
    if (has) return true;
    known ??= has;
  }
  return known;
}

function hasChip(
  { kind, value }: Chip,
  { channels, countries }: Offer["product"],
  formats: readonly string[],
  languages: readonly string[],
): boolean | undefined {
  if (kind === "channel") return channels.some((channel) => canonicalChannel(channel) === value);
  if (kind === "format") return formats.includes(value);
  if (kind === "country") return countries.length === 0 ? undefined : countries.includes(value);
  return kind === "language" ? languages.includes(value) : undefined;
}

import { type BriefReading, type Chip, isFirm, labelOf, plainOf } from "../brief/index.ts";
import { isKindOf, nearTo } from "./closeness.ts";
import type { Finders } from "./finders.ts";
import { isOfDemands, isTradeOf } from "./kinds.ts";
import { type OfferReading, rootOf } from "./offer-reading.ts";
import { EACH } from "./offers/meaning-pages.ts";
import { type MarkedWord, marked, weightOf } from "./offers/word-marks.ts";
import { FORMS } from "./specificity.ts";
import { venuesAmong } from "./venues.ts";

/** One thing by which a product can be found: the meaning of a chip, or a word that is not in the lexicon. */
export interface Unit {
  readonly kind: "topic" | "audience" | "season" | "city" | "word";
  /** What is meant; null for a word. */
  readonly key: string | null;
  readonly label: string;
  /** As the brief says it. */
  readonly said: string;
  readonly weight: number;
  /** For a word: the forms by which it is looked up. */
  readonly forms: readonly string[];
  /** Half of all people belong to it: a match by this alone counts little. */
  readonly isBroad: boolean;
  /** The brief speaks of those whom it seeks, and of this elsewhere. */
  readonly isBesideSought: boolean;
  /** The brief names something finer of its kind as well. */
  readonly isBroader: boolean;
  readonly near: ReadonlyMap<string, number>;
}

const WEIGHTS = { topic: 1, audience: 0.6, season: 0.45, city: 0.6, word: 0.3 };
const TIMES_OF_YEAR: ReadonlySet<string> = new Set(["spring", "summer", "autumn", "winter"]);
const BROAD_PEOPLE: ReadonlySet<string> = new Set(
  "women men young-adults seniors locals morning evening teens expats".split(" "),
);
/** Roles exist in every trade: in a brief that names one, they count as broad audiences. */
const ROLES: ReadonlySet<string> = new Set(["decision-makers", "executives"]);
/** The weight of a brief's broader chip next to a finer one: "sports" in "sports, above all tennis". */
const BROADER = 0.75;
/** The broader meaning that a word brings along with the finer one. */
const BROADER_SENSE = 0.75;
/** And what else is a kind of it, or near it: rodeos are sport, and so is football. */
const BESIDE_FINER = 0.4;
/** The exponent of the number of a word's meanings by which its weight is divided. */
const AMBIGUITY = 0.25;
/** What is said first matters most. */
const LATER = 0.07;
const LAST_SAID = 0.65;
/** What is advertised, and what is outside the passages on who is sought. */
const SOLD = 0.7;
const BESIDE_SOUGHT = 0.9;
/** The same where those who are sought have a subject of their own: "saws and glues; we look for cabinetmakers". */
const SOLD_TO_OTHERS = 0.6;
const BESIDE_OTHERS = 0.85;
/** What a mail's writer says of the own firm, if something is said elsewhere. */
const OF_WRITER = 0.35;
const FORM = 0.4;
/** An occasion, in a brief that also has a subject. */
const BESIDE_SUBJECT = 0.85;
/** A subject, in a brief that says at which places a medium shall stand: they decide more. */
const BESIDE_VENUE = 0.5;
/** The kind of firm that writes, in a brief that has another subject. */
const OF_TRADE = 0.5;
/** In a long brief each word counts less. */
const FEW_WORDS = 4;

type UnitSource = Pick<BriefReading, "chips" | "terms" | "passages" | "asksForAll">;

export function unitsOf({ chips, terms, passages, asksForAll }: UnitSource, brief: string): Unit[] {
  const wanted = chips.filter(({ negated }) => !negated);
  const sensesAt = Map.groupBy(wanted.filter(isMeaning), ({ span }) => span?.start ?? -1);
  const hasSubject = wanted.some(({ kind, concept }) => kind === "topic" && !FORMS.has(concept));
  const isOnlyWhen = !hasSubject && isOfDemands(wanted);
  const sought = passages.filter(({ about }) => about === "sought");
  const onPeople = passages.filter(({ about }) => about === "sought" || about === "circumstance");
  const areDescribed = wanted.some((chip) => isTelling(chip) && isWithin(chip, onPeople));
  const venues = venuesAmong(wanted, brief);
  const meanings = wanted.flatMap((chip): Meaning[] => {
    const meaning = meaningOf(chip, brief, hasSubject, isOnlyWhen);
    if (!meaning) return [];
    const senses = chip.span ? sensesIn(sensesAt.get(chip.span.start) ?? []) : 1;
    const form = hasSubject && chip.kind === "topic" && FORMS.has(chip.concept) ? FORM : 1;
    // A word with several meanings counts less.
    const share = venues.has(chip)
      ? 1
      : shareOf(chip, passages, areDescribed) * (venues.size > 0 && chip.kind === "topic" ? BESIDE_VENUE : 1);
    const weight = (meaning.unit.weight * form * share) / senses ** AMBIGUITY;
    const place = `${meaning.unit.kind} ${chip.span?.start ?? meaning.key}`;
    const isTrade = hasSubject && isTradeOf(chip, brief, wanted);
    const own = isTrade
      ? { weight: weight * OF_TRADE, isBesideSought: true }
      : { weight, isBesideSought: !asksForAll && isBesideSought(chip, sought) };
    return [{ ...meaning, place, unit: { ...meaning.unit, ...own } }];
  });
  const units = oneForEachWord(meanings).map(({ key, place, unit: whole }, index) => {
    const unit = { ...whole, weight: whole.weight * Math.max(LAST_SAID, 1 - LATER * index) };
    // What is finer by the same word is met by the same unit.
    const isBroader = meanings.some((other) => other.key !== key && other.place !== place && isKindOf(other.key, key));
    return isBroader ? { ...unit, isBroader, weight: unit.weight * BROADER } : unit;
  });
  const unknown = terms.filter(({ isKnown, isRefused }) => !isKnown && !isRefused);
  const share = WEIGHTS.word * Math.min(1, FEW_WORDS / Math.max(1, unknown.length));
  return [...units, ...unknown.map(({ stem, word }) => wordUnit(stem, word, share))];
}

interface Meaning {
  readonly key: string;
  /** Meanings of one word have the same position. */
  readonly place: string;
  readonly unit: Unit;
}

/** A word that may mean several things is met by any of them; by what is but broader, less. */
function oneForEachWord(meanings: readonly Meaning[]): Meaning[] {
  return [...Map.groupBy(meanings, ({ place }) => place).values()].flatMap((senses) => {
    const [first] = senses;
    if (!first || senses.length === 1) return senses;
    const near = new Map<string, number>();
    for (const { key, unit } of senses) {
      const isBroader = senses.some((other) => other.key !== key && isKindOf(other.key, key));
      for (const [other, nearness] of unit.near) {
        const share = !isBroader ? 1 : other === key ? BROADER_SENSE : BESIDE_FINER;
        near.set(other, Math.max(near.get(other) ?? 0, nearness * share));
      }
    }
    const weight = Math.max(...senses.map(({ unit }) => unit.weight));
    return [{ ...first, unit: { ...first.unit, weight, near } }];
  });
}

function isBesideSought(chip: Chip, sought: BriefReading["passages"]): boolean {
  return sought.length > 0 && chip.span !== null && !isWithin(chip, sought);
}

function isWithin({ span }: Chip, passages: BriefReading["passages"]): boolean {
  return span !== null && passages.some(({ start, end }) => span.start >= start && span.end <= end);
}

function isTelling(chip: Chip): boolean {
  const { kind, concept } = chip;
  return (
    isFirm(chip) &&
    (kind === "topic" ? !FORMS.has(concept) : kind === "audience" && !BROAD_PEOPLE.has(concept) && !ROLES.has(concept))
  );
}

/** The audience counts more than what is sold to it. */
function shareOf({ span }: Chip, passages: BriefReading["passages"], areDescribed: boolean): number {
  if (!span || passages.length === 0) return 1;
  const within = passages.find(({ start, end }) => span.start >= start && span.end <= end);
  if (within?.about === "sought") return 1;
  if (within?.about === "writer") return OF_WRITER;
  if (within?.about === "circumstance") return BESIDE_OTHERS;
  if (within) return areDescribed ? SOLD_TO_OTHERS : SOLD;
  if (areDescribed) return BESIDE_OTHERS;
  return passages.some(({ about }) => about === "sought") ? BESIDE_SOUGHT : 1;
}

/** A broader meaning of the same word is not a further meaning. */
function sensesIn(chips: readonly Chip[]): number {
  const keys = chips.map(({ kind, concept }) => `${kind}:${concept}`);
  return Math.max(1, keys.filter((key) => !keys.some((other) => other !== key && isKindOf(other, key))).length);
}

function isMeaning({ kind }: Chip): boolean {
  return kind === "topic" || kind === "audience" || kind === "season";
}

function meaningOf(
  chip: Chip,
  brief: string,
  hasSubject: boolean,
  isOnlyWhen: boolean,
): { key: string; unit: Unit } | undefined {
  const { kind, concept, certainty, span } = chip;
  const isEvent = kind === "season" && !TIMES_OF_YEAR.has(concept) && !isOnlyWhen;
  const unitKind = kind === "region" ? "city" : kind;
  if (unitKind !== "topic" && unitKind !== "audience" && unitKind !== "season" && unitKind !== "city") return undefined;
  const key = `${unitKind}:${concept}`;
  const label = labelOf(unitKind, concept, span && unitKind === "city" ? brief.slice(span.start, span.end) : "");
  const sure = isFirm(chip) ? Math.max(certainty, 0.8) : certainty;
  const said = span ? brief.slice(span.start, span.end) : label;
  const isBroad = BROAD_PEOPLE.has(concept) || (hasSubject && ROLES.has(concept));
  return {
    key,
    unit: {
      // An occasion is what a brief is about; a time of the year is when it runs.
      kind: isEvent ? "topic" : unitKind,
      key,
      label,
      said,
      weight:
        WEIGHTS[isEvent ? "topic" : unitKind] *
        sure *
        (isBroad ? 0.5 : 1) *
        (isEvent && hasSubject ? BESIDE_SUBJECT : 1),
      isBroad,
      isBesideSought: false,
      isBroader: false,
      forms: [],
      near: nearTo(key),
    },
  };
}

function wordUnit(stem: string, word: string, weight: number): Unit {
  const plain = plainOf(word);
  const forms = [
    ...new Set(
      [stem, plain, `publisher:${stem}`, `publisher:${word}`, rootOf(plain)].filter((form) => form !== undefined),
    ),
  ];
  return {
    kind: "word",
    key: null,
    label: word,
    said: word,
    weight,
    forms,
    isBroad: false,
    isBesideSought: false,
    isBroader: false,
    near: new Map(),
  };
}

/** How much of every unit a product has, from 0 to 1, and through which meaning. */
export interface Covers {
  readonly shares: Float64Array;
  readonly by: Int32Array;
}

export function coversOf(units: readonly Unit[]): Covers {
  return { shares: new Float64Array(units.length), by: new Int32Array(units.length) };
}

/** The greatest share of some of the units; 0 if there are none. */
export function bestOf(indexes: readonly number[], shares: Float64Array): number {
  let best = 0;
  for (const index of indexes) best = Math.max(best, shares[index] ?? 0);
  return best;
}

/** By no meaning. */
export const NOBODY = -1;

/** Into arrays that exist: there is one set of them for all products. */
export function fillCovers(
  { shares, by }: Covers,
  { starts, units, nearness }: Finders,
  { meanings: { page, start, end } }: OfferReading,
  wordShares: WordShares,
  place: number,
): void {
  by.fill(NOBODY);
  shares.fill(0);
  for (const { unit, of } of wordShares) shares[unit] = of[place] ?? 0;
  for (let at = start; at < end; at += EACH) {
    const meaning = page[at] ?? 0;
    const last = starts[meaning + 1] ?? 0;
    const weight = page[at + 1] ?? 0;
    for (let found = starts[meaning] ?? 0; found < last; found++) {
      const unit = units[found] ?? 0;
      const share = (nearness[found] ?? 0) * weight;
      if (share <= (shares[unit] ?? 0)) continue;
      shares[unit] = share;
      by[unit] = meaning;
    }
  }
}

/** For each word, the share of it that each product has. */
export type WordShares = readonly { readonly unit: number; readonly of: Float64Array }[];

/** Looked up once per brief, for the weights of the words and for the scores: of many products this takes the most time. */
export function wordSharesOf(units: readonly Unit[], readings: readonly OfferReading[]): WordShares {
  return units.flatMap((unit, index) => {
    if (unit.kind !== "word") return [];
    const of = new Float64Array(readings.length);
    const forms = unit.forms.map(marked);
    for (let place = 0; place < of.length; place++) {
      const reading = readings[place];
      if (reading) of[place] = wordShare(forms, reading);
    }
    return [{ unit: index, of }];
  });
}

function wordShare(forms: readonly MarkedWord[], reading: OfferReading): number {
  for (const form of forms) {
    const weight = weightOf(reading, form);
    if (weight !== undefined) return weight;
  }
  return 0;
}

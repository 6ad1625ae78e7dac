import { type BriefReading, type Chip, isFirm } from "../brief/index.ts";
import { canonicalChannel } from "./channel.ts";
import { kindsOf } from "./closeness.ts";
import type { Offer, OfferReading } from "./offer-reading.ts";
import { FORMS } from "./units.ts";

/** A brief's properties, apart from its units. */
export interface BriefKind {
  /** It demands channels, places, languages or prices. */
  readonly hasDemands: boolean;
  readonly demandsChannel: boolean;
  readonly demandsPlace: boolean;
  /** It says that the subject does not matter. */
  readonly isOpen: boolean;
  readonly isToBusiness: boolean;
  /** All that it is about is sport, or a hobby. */
  readonly isOfPastime: boolean;
}

let pastimes: ReadonlySet<string> | undefined;

function pastimeKeys(): ReadonlySet<string> {
  pastimes ??= new Set(
    [
      "topic:hobbies",
      "topic:sports",
      "topic:equestrian",
      "topic:horses",
      "topic:fishing",
      "topic:water-sports",
    ].flatMap(kindsOf),
  );
  return pastimes;
}

/** Who is spoken to at work. */
let trade: ReadonlySet<string> | undefined;

function tradeKeys(): ReadonlySet<string> {
  trade ??= new Set([...kindsOf("topic:business"), ...kindsOf("audience:decision-makers"), "topic:it-professionals"]);
  return trade;
}

const DEMANDING = new Set(["channel", "country", "language", "maxCpm"]);
const MASS_MEDIA = new Set(["ooh", "dooh", "radio", "linear_tv", "cinema", "streaming_audio"]);

export function briefKindOf({ chips, isOpen }: BriefReading): BriefKind {
  const wanted = wantedIn(chips);
  // A yacht is a luxury as well: that says nothing of another subject.
  const subjects = wanted.filter((chip) => isMeaning(chip) && !FORMS.has(chip.concept));
  return {
    hasDemands: wanted.some(({ kind }) => DEMANDING.has(kind)),
    demandsChannel: wanted.some(({ kind }) => kind === "channel"),
    demandsPlace: wanted.some(({ kind }) => kind === "country"),
    isOpen,
    isOfPastime: subjects.length > 0 && isOfPastime(subjects),
    isToBusiness: isToBusiness(chips),
  };
}

/** "Riders" may be on motorcycles too: of a word with several meanings one is enough. */
function isOfPastime(subjects: readonly Chip[]): boolean {
  const words = Map.groupBy(subjects, ({ span, concept }) => span?.start ?? concept);
  return [...words.values()].every((senses) =>
    senses.some(({ kind, concept }) => pastimeKeys().has(`${kind}:${concept}`)),
  );
}

/** It seeks people at work. */
export function isToBusiness(chips: readonly Chip[]): boolean {
  const about = wantedIn(chips).filter(isMeaning);
  const toBusiness = about.filter(({ kind, concept }) => tradeKeys().has(`${kind}:${concept}`));
  // "Fertiliser" is for fields and for gardens: a word that may be about either is about neither alone.
  const words = [...Map.groupBy(about, ({ span, concept }) => span?.start ?? concept).values()];
  const ofWork = words.filter((senses) => senses.every((one) => toBusiness.includes(one)));
  const isMostly = ofWork.length > 0 && toBusiness.length * 2 >= about.length;
  return toBusiness.some(({ kind, concept }) => kind === "audience" || (isMostly && concept !== "business"));
}

function wantedIn(chips: readonly Chip[]): Chip[] {
  return chips.filter((chip) => !chip.negated && isFirm(chip));
}

function isMeaning({ kind }: Chip): boolean {
  return kind === "topic" || kind === "audience";
}

const tradeReadings = new WeakMap<OfferReading, boolean>();

/** A product for people at work. */
export function isTrade(reading: OfferReading): boolean {
  let known = tradeReadings.get(reading);
  if (known === undefined) {
    known = [...reading.concepts.keys()].some((key) => tradeKeys().has(key));
    tradeReadings.set(reading, known);
  }
  return known;
}

/** In a channel that everybody sees: posters, radio, cinema. */
export function isMassMedium({ product }: Offer): boolean {
  return product.channels.some((channel) => MASS_MEDIA.has(canonicalChannel(channel)));
}

import { type BriefReading, type Chip, isFirm } from "../brief/index.ts";
import { canonicalChannel } from "../channels/channel.ts";
import { kindsOf } from "./closeness.ts";
import type { Offer } from "./offer-reading.ts";
import { tradeKeys } from "./offers/trade.ts";
import { FORMS } from "./specificity.ts";

/** A brief's properties, apart from its units. */
export interface BriefKind {
  /** It demands channels, places, languages or prices. */
  readonly hasDemands: boolean;
  readonly demandsChannel: boolean;
  readonly demandsPlace: boolean;
  /** It says that the subject does not matter. */
  readonly isOpen: boolean;
  readonly isToBusiness: boolean;
  /** A medium that everybody sees is right for it, in the channel or at the place that it demands. */
  readonly isForMassMedia: boolean;
}

/** What nearly every household buys, so that a medium that everybody sees is right for it. */
let household: ReadonlySet<string> | undefined;

function householdKeys(): ReadonlySet<string> {
  household ??= new Set([
    ..."food-drink grocery household beauty personal-care telecom banking insurance health"
      .split(" ")
      .flatMap((concept) => kindsOf(`topic:${concept}`)),
    ..."mobile pharma".split(" ").map((concept) => `topic:${concept}`),
  ]);
  return household;
}

const DEMANDING = new Set(["channel", "country", "language", "maxCpm"]);
const MASS_MEDIA = new Set(["ooh", "dooh", "radio", "linear_tv", "cinema", "streaming_audio"]);

export function briefKindOf({ chips, isOpen, says, passages }: BriefReading): BriefKind {
  const wanted = wantedIn(chips);
  const has = (kind: Chip["kind"]) => wanted.some((chip) => chip.kind === kind);
  const toBusiness = isToBusiness(chips, passages);
  return {
    hasDemands: wanted.some(({ kind }) => DEMANDING.has(kind)),
    demandsChannel: has("channel"),
    demandsPlace: has("country"),
    isOpen,
    isToBusiness: toBusiness,
    isForMassMedia: says.has("generic-reach") || (!toBusiness && isForMassMedia(wanted, passages)),
  };
}

/**
 * Who asks for radio, and for no trade, has what many buy. Who asks for a country may mean the magazines that are read there, unless
 * what is sold is in every household, and the people who are sought are not told by what they love.
 */
function isForMassMedia(wanted: readonly Chip[], passages: BriefReading["passages"]): boolean {
  const channels = wanted.flatMap(({ kind, value }) => (kind === "channel" ? [value] : []));
  if (channels.length > 0) return channels.some((channel) => MASS_MEDIA.has(channel));
  const lovesSome = soughtIn(wanted, passages).some(({ kind }) => kind === "topic");
  return wanted.some(({ kind }) => kind === "country") && isOfHouseholds(wanted) && !lovesSome;
}

/** What is said where the brief tells whom it seeks. */
function soughtIn(chips: readonly Chip[], passages: BriefReading["passages"]): Chip[] {
  const sought = passages.filter(({ about }) => about === "sought");
  return chips.filter(({ span }) => span && sought.some(({ start, end }) => span.start >= start && span.end <= end));
}

function isOfHouseholds(wanted: readonly Chip[]): boolean {
  // A yacht is a luxury as well: that says nothing of another subject.
  const subjects = wanted.filter((chip) => isMeaning(chip) && !FORMS.has(chip.concept));
  const words = byWord(subjects);
  const bought = words.filter((senses) =>
    senses.every(({ kind, concept }) => householdKeys().has(`${kind}:${concept}`)),
  );
  return bought.length * 2 >= words.length;
}

const OF_WRITER: ReadonlySet<string> = new Set("manufacturing export-trade business retail-trade".split(" "));

/** It seeks people at work: most of all that it names is of work, or of what it names where it says whom it seeks. */
export function isToBusiness(chips: readonly Chip[], passages: BriefReading["passages"] = []): boolean {
  const about = wantedIn(chips).filter(isMeaning);
  return isOfWork(about) || isOfWork(soughtIn(about, passages));
}

function isOfWork(about: readonly Chip[]): boolean {
  const toBusiness = about.filter(({ kind, concept }) => tradeKeys().has(`${kind}:${concept}`));
  // "Fertiliser" is for fields and for gardens: a word that may be about either is about neither alone.
  const ofWork = byWord(about).filter((senses) => senses.every((one) => toBusiness.includes(one)));
  // "Manufacturer of helmets, importer": how the writer deals with something else.
  const isOfWriter = toBusiness.length < about.length && toBusiness.every(({ concept }) => OF_WRITER.has(concept));
  const isMostly = ofWork.length > 0 && toBusiness.length * 2 >= about.length && !isOfWriter;
  return toBusiness.some(({ kind, concept }) => kind === "audience" || (isMostly && concept !== "business"));
}

/** A word may have several meanings, each with a chip. */
function byWord(chips: readonly Chip[]): Chip[][] {
  return [...Map.groupBy(chips, ({ span, concept }) => span?.start ?? concept).values()];
}

function wantedIn(chips: readonly Chip[]): Chip[] {
  return chips.filter((chip) => !chip.negated && isFirm(chip));
}

function isMeaning({ kind }: Chip): boolean {
  return kind === "topic" || kind === "audience";
}

/** In a channel that everybody sees: posters, radio, cinema. */
export function isMassMedium({ product }: Offer): boolean {
  return product.channels.some((channel) => MASS_MEDIA.has(canonicalChannel(channel)));
}

/** "DOOH in France for Christmas": what is asked for is the medium and the place, and the occasion says when. */
export function isOfDemands(wanted: readonly Chip[]): boolean {
  return wanted.some((chip) => isFirm(chip) && (chip.kind === "channel" || chip.kind === "country"));
}

/** "School of paragliding", "fournisseur de bois": how the writer deals with a subject, and not the subject. */
export function isTradeOf({ kind, concept, span }: Chip, brief: string, wanted: readonly Chip[]): boolean {
  if (kind !== "topic" || !span || !TRADES.has(concept) || !OF.test(brief.slice(span.end))) return false;
  return wanted.some((one) => one.kind === "topic" && !TRADES.has(one.concept) && !FORMS.has(one.concept));
}

const TRADES: ReadonlySet<string> = new Set(
  "business manufacturing education small-business software erp-software insurance shopping".split(" "),
);
/** A preposition behind the word. */
const OF = /^\s(?:of|for|von|für|de|du|des|d['’]|para|di|per|do|da|dos|das|van|voor|dla)(?:\s|\p{L})/u;

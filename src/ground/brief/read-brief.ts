import { WeighedMap } from "../caches/index.ts";
import { cheapIn } from "./amounts/cheap.ts";
import { moneyIn } from "./amounts/money.ts";
import { withNumbers } from "./amounts/number-words.ts";
import type { Chip, ChipKind } from "./chip.ts";
import { withWantedPairs } from "./collocations/collocations.ts";
import { isReported } from "./conditions/times.ts";
import { datesIn, withoutMonths } from "./dates.ts";
import { findMentions } from "./find-mentions.ts";
import type { Language } from "./languages.ts";
import { lexicon, lineOf, type Sense } from "./lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "./mention.ts";
import { backgroundIn, backgroundShare } from "./misleading/background.ts";
import { withReplacements } from "./misleading/going-without.ts";
import { DEMANDED, hintShare, isOnlyType } from "./misleading/hints.ts";
import { withLearntLanguages, withSpokenLanguages } from "./misleading/learnt-languages.ts";
import { withoutLooseVideo } from "./misleading/loose-video.ts";
import { isOfCalling, peopleShare } from "./misleading/people-refused.ts";
import { senderShare } from "./misleading/senders.ts";
import { withoutTitles } from "./misleading/titles.ts";
import { mediumShare } from "./misleading/unclear-media.ts";
import { namedOnline, onlyChannels, onlyProperties, settledFormats } from "./only-channels.ts";
import { asksForAll, joined, type Passage, passagesIn, withCircumstances } from "./passages.ts";
import { withLabelledLanguages } from "./phrases/labelled-languages.ts";
import { type MediumSubject, subjectsOfMedia } from "./phrases/subjects-of-media.ts";
import { withCountryCodes } from "./places/country-codes.ts";
import { placeCertaintyOf } from "./places/places.ts";
import { located, unambiguous, unlessAnyMedium, unlessAnywhere } from "./places/whereabouts.ts";
import { polarityOf } from "./polarity/polarity.ts";
import type { Stance } from "./stance.ts";
import { type Term, termsOf } from "./terms.ts";
import { type Token, tokensOf } from "./words.ts";

/**
 * The version of reading briefs; the lexicon's digest completes it. A run that records both can be read again
 * unchanged.
 */
const EDITION = 21;

export function readingVersion(): string {
  return `${EDITION}-${lexicon().digest}`;
}

/** The reading of a brief. It only depends on the words and the lexicon, so the same words are always read alike. */
export interface BriefReading {
  readonly version: string;
  /** The likeliest first. */
  readonly languages: readonly Language[];
  readonly chips: readonly Chip[];
  /** The words that distinguish products, for matching by spelling. */
  readonly terms: readonly Term[];
  /** Where the brief describes what it advertises, and where the people that it seeks. */
  readonly passages: readonly Passage[];
  /** It is short, and tells of nothing but what it asks for. */
  readonly asksForAll: boolean;
  /** "Business podcasts": media, each with the subject beside it. */
  readonly subjectsOfMedia: readonly MediumSubject[];
  /** It says that the context may have any subject. */
  readonly isOpen: boolean;
  /** The function words that it contains, by their meaning: `negator`, `likeness`, `more`. */
  readonly says: ReadonlySet<string>;
}

/** Longer than any brief that is accepted: the rest is not read. */
const LONGEST = 5_000;

/** Buyers use the same words again and again. In characters of briefs: what is read of one grows with its length. */
const MOST = 100_000;
/** Of a short one much of the reading does not depend on its length. */
const LEAST = 200;

const READ = new WeighedMap<string, BriefReading>(MOST);

export function readBrief(brief: string): BriefReading {
  const text = brief.slice(0, LONGEST);
  const known = READ.get(text);
  if (known) return known;
  const reading = readWhole(text);
  READ.set(text, reading, Math.max(LEAST, text.length));
  return reading;
}

function readWhole(text: string): BriefReading {
  const tokens = tokensOf(text);
  const mentions = mentionsIn(text, tokens);
  const polarity = polarityOf(text, tokens, mentions);
  const stances = withWantedPairs(polarity.stances, mentions, tokens);
  const passages = passagesIn(text, mentions);
  const background = backgroundIn(text, mentions, passages);
  const said = mentions.content.flatMap((mention) =>
    isPronoun(text, mention) || isVerb(text, mention, mentions)
      ? []
      : mention.senses.flatMap((sense) => chipsOf(sense, mention, { text, tokens, stances, mentions, background })),
  );
  const amounts = amountsIn(text, tokens, mentions);
  const dates = datesIn(text, tokens, mentions.languages);
  const chips = [
    ...wantedIn(withoutLooseVideo(withoutMonths(said, dates), text), text, mentions),
    ...amounts,
    ...cheapIn(mentions),
    ...dates,
  ];
  return {
    version: readingVersion(),
    languages: mentions.languages,
    chips: joined(chips, passages),
    terms: termsOf(withoutAmounts(tokens, amounts), mentions, polarity),
    passages: withCircumstances(passages, chips, mentions),
    asksForAll: asksForAll(passages, text),
    subjectsOfMedia: subjectsOfMedia(chips, text),
    isOpen: mentions.scope.some((mention) => has(mention, "scope", "any-subject")),
    says: new Set(mentions.scope.flatMap(({ senses }) => senses.map(({ id }) => id))),
  };
}

/** What is asked to be paid now, and not what was paid last year, or what others pay. */
function amountsIn(text: string, tokens: readonly Token[], mentions: Mentions): Chip[] {
  const amounts = moneyIn(text, withNumbers(tokens, mentions.languages), mentions);
  return amounts.filter(({ span }) => !span || !isReported(span, tokens, mentions.scope));
}

/** What the words mean, by those beside them. */
function mentionsIn(text: string, tokens: readonly Token[]): Mentions {
  const found = withCountryCodes(text, tokens, withoutTitles(text, tokens, findMentions(tokens, true)));
  const languages = withLabelledLanguages(tokens, withSpokenLanguages(withLearntLanguages(text, tokens, found)));
  return withReplacements(text, tokens, languages);
}

/** What else a brief says decides which places and channels are demanded. */
function wantedIn(said: readonly Chip[], text: string, mentions: Mentions): Chip[] {
  const placed = unambiguous(located(onlyProperties(namedOnline(onlyChannels(said, text, mentions)), text), text));
  return settledFormats(unlessAnyMedium(unlessAnywhere(placed, mentions), mentions));
}

/** The words of an amount are none that a product could have: "twelve euros". */
function withoutAmounts(tokens: readonly Token[], amounts: readonly Chip[]): Token[] {
  const isOfAmount = ({ start, end }: Token) =>
    amounts.some(({ span }) => span && start >= span.start && end <= span.end);
  return tokens.map((token) => (isOfAmount(token) ? { ...token, kind: "number" } : token));
}

/** "Keep us away" does not mean the United States. */
function isPronoun(text: string, { start, end }: Mention): boolean {
  return text.slice(start, end) === "us";
}

/** "Si usa la sera": in these languages the country in small letters is a verb. */
function isVerb(text: string, { start, end }: Mention, { languages }: Mentions): boolean {
  return text.slice(start, end) === "usa" && ROMANCE.has(languages[0] ?? "en");
}

const ROMANCE: ReadonlySet<string> = new Set(["es", "it", "pt"]);

const KINDS: Readonly<Partial<Record<Sense["kind"], ChipKind>>> = {
  topic: "topic",
  audience: "audience",
  channel: "channel",
  format: "format",
  property: "property",
  season: "season",
  country: "country",
  region: "country",
  city: "region",
  language: "language",
};

interface Said {
  readonly stances: ReadonlyMap<Mention, Stance>;
  readonly mentions: Mentions;
}

interface Stood extends Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** What a letter tells of its writer. */
  readonly background: ReturnType<typeof backgroundIn>;
}

/** Excluding a format excludes no channel, and "parents, but not toddlers" still means parents. */
function isSpared(sense: Sense, mention: Mention, { stances, mentions }: Said): boolean {
  if (mention.senses.length < 2) return false;
  if (sense.kind === "channel" && sense.id !== "video-ads") return mention.senses.some(({ kind }) => kind === "format");
  return mentions.content.some((one) => !stances.get(one)?.negated && has(one, sense.kind, sense.id));
}

/**
 * "No television, but CTV": excluding several channels by one word does not exclude one that is requested by a narrower word, as
 * "video" is not.
 */
function unlessAsked(values: readonly string[], { stances, mentions }: Said): readonly string[] {
  if (values.length < 2) return values;
  const asked = mentions.content
    .filter((mention) => !stances.get(mention)?.negated)
    .flatMap(({ senses }) => senses.filter(({ kind, isHint }) => kind === "channel" && !isHint))
    .map(({ kind, id }) => lineOf(kind, id)?.values ?? [])
    .filter((one) => one.length <= values.length)
    .flat();
  return values.filter((value) => !asked.includes(value));
}

/** A word for several channels or countries is a chip for each. */
function chipsOf(sense: Sense, mention: Mention, { text, tokens, stances, mentions, background }: Stood): Chip[] {
  const stance = stances.get(mention);
  const kind = KINDS[sense.kind];
  const line = lineOf(sense.kind, sense.id);
  if (stance?.withdrawn) return [];
  if (!kind || !line || isCrowdedOut(sense, mention, stance) || isOfKind(sense, mention, text, mentions)) return [];
  if (stance?.negated && (sense.isImplied || sense.isDerived || isSpared(sense, mention, { stances, mentions })))
    return [];
  if (stance?.negated && isOfCalling(sense, mention)) return [];
  const certainty =
    mention.certainty *
    (isOnlyType(sense, mention, text, { stances, content: mentions.content })
      ? DEMANDED
      : hintShare(sense, mention, stance, { tokens, mentions })) *
    (stance?.hedged ? preferenceShare(kind) : 1) *
    (isCompared(mention, mentions) ? COMPARED : 1) *
    Math.min(senderShare(sense, mention, text, mentions), backgroundShare(sense, mention, background)) *
    mediumShare(sense, mention, stance, { tokens, mentions }) *
    peopleShare(sense, mention, stance, { tokens, mentions });
  const base = {
    concept: sense.id,
    negated: stance?.negated ?? false,
    span: { start: mention.start, end: mention.end },
    ...(stance?.exclusive && { exclusive: true as const }),
  };
  const isPlace = kind === "country" || kind === "region";
  const sure = round(
    isPlace && !stance?.hedged && !stance?.resumed ? certainty * placeCertaintyOf(mention, text, mentions) : certainty,
  );
  const all = kind === "channel" || kind === "country" ? line.values : [line.taxonomyId ?? sense.id];
  const values = kind === "channel" && base.negated ? unlessAsked(all, { stances, mentions }) : all;
  const chips = values.map((value) => ({ ...base, kind, value, certainty: sure }));
  if (kind !== "region") return chips;
  // Asking for a city includes its country; excluding it does not.
  const countries = base.negated ? [] : line.values;
  return [...chips, ...countries.map((value) => ({ ...base, kind: "country" as const, value, certainty: sure }))];
}

/** "Talks to the dog like a son": what something is compared with is not the subject. */
const COMPARED = 0.4;

function isCompared({ from }: Mention, { scope }: Mentions): boolean {
  return scope.some((one) => one.to === from && has(one, "scope", "simile"));
}

/** "No dating apps", "ni apps de citas": an app of some kind is a subject, and no property to advertise on. */
function isOfKind({ kind, isHint }: Sense, { start, end }: Mention, text: string, { content }: Mentions): boolean {
  if (kind !== "property" || !isHint) return false;
  return (
    OF.test(text.slice(end)) || content.some((one) => one.end <= start && /^[\s-]?$/.test(text.slice(one.end, start)))
  );
}

const OF = /^\s(?:de|di|do|da)\s|^\sd['’]/i;

/** "Ideally people who ski" still looks for skiers; "ideally on the radio" does not require radio. */
function preferenceShare(kind: ChipKind): number {
  return kind === "topic" || kind === "audience" ? 0.8 : 0.55;
}

/**
 * For a word that means a channel and a topic, the channel counts: "television", "gaming ads"; "no newspapers" excludes
 * the medium.
 */
function isCrowdedOut({ kind, isHint }: Sense, { senses }: Mention, stance: Stance | undefined): boolean {
  // "Only on websites" says where, and "banners on websites" what.
  const isOfBoth = senses.some((one) => one.kind === "property") && senses.some((one) => one.kind === "channel");
  if (isOfBoth && !isHint && (kind === "channel" || kind === "property"))
    return (kind === "channel") === (stance?.exclusive || stance?.negated || false);
  return kind === "topic" && senses.some((sense) => sense.kind === "channel" && (!sense.isHint || stance?.negated));
}

function round(certainty: number): number {
  return Math.round(certainty * 100) / 100;
}

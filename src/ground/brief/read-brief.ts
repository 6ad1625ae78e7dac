import { WeighedMap } from "../caches/index.ts";
import { withoutAmountWords } from "./amounts/amount-words.ts";
import { cheapIn } from "./amounts/cheap.ts";
import { isKept } from "./amounts/mentioned-amounts.ts";
import { moneyIn } from "./amounts/money.ts";
import { withNumbers } from "./amounts/number-words.ts";
import { partAround } from "./amounts/part-of-sentence.ts";
import { withHalves } from "./amounts/spoken/halves.ts";
import type { Chip } from "./chip.ts";
import { chipsOf } from "./chips-of.ts";
import { type Ruled, settled } from "./classifier/settle.ts";
import { weights } from "./classifier/weights.ts";
import { withWantedPairs } from "./collocations/collocations.ts";
import { withoutStreaming } from "./conditions/no-streaming.ts";
import { withoutDigitalPosters } from "./conditions/non-digital.ts";
import { agesIn } from "./conditions/said-alone.ts";
import { withoutSignatures } from "./conditions/signatures.ts";
import { isReported } from "./conditions/times.ts";
import { datesIn, withoutMonths } from "./dates/dates.ts";
import { findMentions } from "./find-mentions.ts";
import { formIn } from "./forms/forms.ts";
import { withoutRoles } from "./forms/role-plays.ts";
import { withLabelsForTags } from "./forms/tags.ts";
import { withForm } from "./forms/with-form.ts";
import { withoutFarTowns } from "./incidental/incidental-places.ts";
import { withoutIncidentals } from "./incidental/without-incidentals.ts";
import type { Language } from "./languages.ts";
import { lexicon } from "./lexicon/lexicon.ts";
import { has, type Mentions } from "./mention.ts";
import { backgroundIn } from "./misleading/background.ts";
import { withListedMedia, withoutWordsOfMedia } from "./misleading/beside-media.ts";
import { withReplacements } from "./misleading/going-without.ts";
import { withLearntLanguages, withSpokenLanguages } from "./misleading/learnt-languages.ts";
import { withoutLooseVideo, withoutVideoElsewhere } from "./misleading/loose-video.ts";
import { withoutTitles } from "./misleading/titles.ts";
import { namedOnline, onlyChannels, onlyProperties, settledFormats } from "./only-channels.ts";
import { asksForAll, joined, type Passage, passagesIn, withCircumstances } from "./passages.ts";
import { withoutRunning } from "./phrases/already-running.ts";
import { withAlternatives } from "./phrases/alternatives.ts";
import { withKindsOfMedia } from "./phrases/kinds-of-media.ts";
import { withLabelledLanguages } from "./phrases/labelled-languages.ts";
import { withoutLookAlikes } from "./phrases/look-alikes.ts";
import { withNamedLanguages } from "./phrases/named-languages.ts";
import { withNotOnly } from "./phrases/not-only.ts";
import { withPaperPosters } from "./phrases/paper-posters.ts";
import { withoutPartialRefusals, withoutRefusedParts } from "./phrases/partial-refusals.ts";
import { withoutPlatformsOfCreators } from "./phrases/platforms-of-creators.ts";
import { withoutPortugueseIn } from "./phrases/portuguese-in.ts";
import { withScreensAtVenues } from "./phrases/screens-at-venues.ts";
import { withRefusedShops } from "./phrases/shops-online.ts";
import { withStreamedAudio } from "./phrases/streamed-audio.ts";
import { type MediumSubject, subjectsOfMedia } from "./phrases/subjects-of-media.ts";
import { withAmericanCodes } from "./places/american-codes.ts";
import { withArabicHomographs } from "./places/arabic-homographs.ts";
import { withCountryCodes } from "./places/country-codes.ts";
import { withoutKeptData } from "./places/kept-data.ts";
import { withoutNamesOfOthers } from "./places/names-of-others.ts";
import { withNamesakes } from "./places/namesakes.ts";
import { withSigns } from "./places/signs-of-countries.ts";
import { located, unambiguous, unlessAnyMedium, unlessAnywhere } from "./places/whereabouts.ts";
import type { Span } from "./polarity/clause.ts";
import { type Polarity, polarityOf } from "./polarity/polarity.ts";
import { mediaWeights } from "./recognition/media-weights.ts";
import { withRecognisedMedia } from "./recognition/recognise-media.ts";
import { type Term, termsOf } from "./terms.ts";
import { type Token, tokensOf, withWideKatakana } from "./words.ts";
import { withoutWorkaday } from "./workaday/without-workaday.ts";

/**
 * The version of reading briefs; the digests of the lexicon and of what has been learnt complete it. A run that records them can be
 * read again unchanged.
 */
const EDITION = 32;

export function readingVersion(): string {
  return `${EDITION}-${lexicon().digest}-${weights().digest}-${mediaWeights().digest}`;
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
  /** Where its function words stand, by their meaning: `negator`, `likeness`, `more`. */
  readonly says: ReadonlyMap<string, readonly Span[]>;
}

/** Longer than any brief that is accepted: the rest is not read. */
const LONGEST = 5_000;

/** Buyers use the same words again and again. In characters of briefs: what is read of one grows with its length. */
const MOST = 100_000;
/** Of a short one much of the reading does not depend on its length. */
const LEAST = 200;

const READ = new WeighedMap<string, BriefReading>(MOST);

export function readBrief(brief: string): BriefReading {
  const text = withLabelsForTags(withWideKatakana(brief.slice(0, LONGEST)));
  const known = READ.get(text);
  if (known) return known;
  const reading = readWhole(text);
  READ.set(text, reading, Math.max(LEAST, text.length));
  return reading;
}

/** A brief as the rules alone read it. */
interface ByRules extends Ruled {
  readonly polarity: Polarity;
  readonly passages: readonly Passage[];
  readonly dates: readonly Chip[];
}

/** What is learnt of mentions is learnt of those that the lexicon has names for: then nothing is recognised. */
export function readByRules(text: string, recognise: typeof withRecognisedMedia = withRecognisedMedia): ByRules {
  const tokens = tokensOf(text);
  const fields = formIn(text);
  const mentions = withForm(withoutRoles(text, mentionsIn(text, tokens, recognise)), { text, tokens, fields });
  const polarity = polarityOf(text, tokens, mentions, fields);
  const stances = withWantedPairs(polarity.stances, mentions, tokens);
  const passages = passagesIn(text, mentions);
  const background = backgroundIn(text, mentions, passages);
  const stood = { text, tokens, stances, mentions, background };
  const dates = datesIn(text, tokens, mentions.languages);
  const chips = mentions.content.flatMap((mention) => chipsOf(mention, stood));
  const said = wantedIn(withoutLooseVideo(withoutMonths(chips, dates), text), text, mentions);
  return { ...stood, polarity, passages, dates, said };
}

function readWhole(text: string): BriefReading {
  const ruled = readByRules(text);
  const { tokens, mentions, polarity, passages, dates } = ruled;
  const amounts = amountsIn(text, tokens, mentions);
  const parted = withoutDigitalPosters(withoutRefusedParts(settled(ruled), ruled.said, text), text);
  const whole = withoutAmountWords(parted, amounts, text);
  const media = withAlternatives(withScreensAtVenues(settledFormats(ofMedia(whole, text)), text), text);
  const now = withoutRunning(withoutPlatformsOfCreators(media, text), { tokens, scope: mentions.scope });
  const chips = [
    ...withoutFarTowns(withoutIncidentals(withoutPartialRefusals(now, ruled), { text, tokens, ...mentions })),
    ...amounts,
    ...cheapIn(mentions, tokens),
    ...agesIn(mentions, tokens),
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
    says: saidIn(mentions),
  };
}

/** What is said of one medium is said of others by the same word, or is not. */
function ofMedia(chips: readonly Chip[], text: string): readonly Chip[] {
  const narrowed = withKindsOfMedia(withPaperPosters(withStreamedAudio(chips, text), text), text);
  return withRefusedShops(withoutStreaming(withoutVideoElsewhere(narrowed, text), text), text);
}

function saidIn({ scope }: Mentions): ReadonlyMap<string, readonly Span[]> {
  const said = new Map<string, Span[]>();
  for (const { senses, start, end } of scope)
    for (const { id } of senses) said.set(id, [...(said.get(id) ?? []), { start, end }]);
  return said;
}

/** What is asked to be paid now, and not what was paid last year, or what others pay. */
function amountsIn(text: string, tokens: readonly Token[], mentions: Mentions): Chip[] {
  const amounts = moneyIn(text, withHalves(withNumbers(tokens, mentions.languages), mentions.languages), mentions);
  return amounts.filter(({ span }, place) => {
    const isOld = span && isReported(span, tokens, mentions.scope);
    return !isOld || isKept(partAround(amounts, place, text));
  });
}

/** What the words mean, by those beside them. */
function mentionsIn(text: string, tokens: readonly Token[], recognise: typeof withRecognisedMedia): Mentions {
  const affirmed = withNotOnly(tokens, withoutPortugueseIn(tokens, findMentions(tokens, true)));
  const untitled = withoutTitles(text, tokens, affirmed);
  const others = withSigns(text, tokens, withoutNamesOfOthers(text, tokens, untitled));
  const named = withAmericanCodes(text, tokens, others);
  const distinct = { ...named, content: withArabicHomographs(text, named.content) };
  const placed = withNamesakes(text, withoutKeptData(tokens, withCountryCodes(text, tokens, distinct)));
  const signed = withoutSignatures(text, tokens, withoutWorkaday(text, tokens, placed));
  const inLexicon = withListedMedia(tokens, withoutWordsOfMedia(tokens, signed));
  const recognised = withoutSignatures(text, tokens, recognise(tokens, inLexicon));
  const found = withoutLookAlikes(text, tokens, recognised);
  const languages = withLabelledLanguages(tokens, withSpokenLanguages(withLearntLanguages(text, tokens, found)));
  return withReplacements(text, tokens, withNamedLanguages(text, tokens, languages));
}

/** What else a brief says decides which places and channels are demanded. */
function wantedIn(said: readonly Chip[], text: string, mentions: Mentions): Chip[] {
  const placed = unambiguous(located(onlyProperties(namedOnline(onlyChannels(said, text, mentions)), text), text));
  return unlessAnyMedium(unlessAnywhere(placed, mentions), mentions);
}

/** The words of an amount are none that a product could have: "twelve euros". */
function withoutAmounts(tokens: readonly Token[], amounts: readonly Chip[]): Token[] {
  const isOfAmount = ({ start, end }: Token) =>
    amounts.some(({ span }) => span && start >= span.start && end <= span.end);
  return tokens.map((token) => (isOfAmount(token) ? { ...token, kind: "number" } : token));
}

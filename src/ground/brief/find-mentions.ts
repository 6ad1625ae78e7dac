import { withCollocations } from "./collocations/collocations.ts";
import { partsOf } from "./compounds/compounds.ts";
import { derivedAt, mayBeginDerived } from "./derived/derived-words.ts";
import { languagesOf } from "./detect-language.ts";
import { findJapanese } from "./find-japanese.ts";
import { isCompounding, type Language, STOP_WORDS, stemOf } from "./languages.ts";
import { lexicon, type Sense, type Vocabulary } from "./lexicon/lexicon.ts";
import { lettersOfPart } from "./lexicon/umlaut-pairs.ts";
import { CERTAINTY, isScope, type Mention, type Mentions } from "./mention.ts";
import { withoutHomonyms } from "./misleading/homonyms.ts";
import { withoutInventedNames } from "./misleading/invented-names.ts";
import { withOwners } from "./misleading/owners.ts";
import { onceEach } from "./once-each.ts";
import { phrasesAt } from "./phrases/phrases.ts";
import { placeAbroad, placeJoined } from "./places/places-abroad.ts";
import { mendedWords } from "./spelling/mended-words.ts";
import { HASTY_SINGLES, isSlip, MARKETS, MEDIA, meantBy, SINGLES, STEMS, slipOf } from "./spelling/typing-errors.ts";
import { sensesBySound } from "./spelling/written-by-ear.ts";
import { otherFormsOf } from "./stems/other-forms.ts";
import { asListed, withoutArticle } from "./stems/stem-arabic.ts";
import { topicsAbroad } from "./topics-abroad.ts";
import { type Found, isFiller, isTurn, longerOf } from "./turns.ts";
import type { Token } from "./words.ts";

/** Shorter English words are words of other languages: `sea`. */
const SHORTEST_FOREIGN = 4;
const PLACES: readonly Sense["kind"][] = ["country", "region", "city"];
/** What a mere form may mean: a channel or a place is a requirement, and `rede` is any network. */
const BENT: ReadonlySet<Sense["kind"]> = new Set(["topic", "audience", "season"]);

interface Reading {
  readonly tokens: readonly Token[];
  readonly languages: readonly Language[];
  /** Whether single unknown words are treated as typing errors. */
  readonly mendsTyping: boolean;
  /** Whether the text was typed in haste. */
  readonly isHasty: boolean;
}

/** Goes over the tokens once and takes at each position the longest phrase in any language of the text. */
export function findMentions(tokens: readonly Token[], mendsTyping: boolean): Mentions {
  const languages = languagesOf(tokens);
  const { tokens: mended, isHasty } = mendsTyping ? mendedWords(tokens, languages) : { tokens, isHasty: false };
  const reading = { tokens: mended, languages, mendsTyping, isHasty };
  const content: Mention[] = [];
  const scope: Mention[] = [];
  let contentUntil = 0;
  let scopeUntil = 0;
  let turnUntil = 0;
  const unknown: number[] = [];
  const isFunctionWord = (word: string) => STOP_WORDS.get(languages[0] ?? "en")?.has(word);
  const foundAt = findingAloneOnce(reading);
  tokens.forEach((token, index) => {
    if (token.kind === "japanese") {
      const inside = findJapanese(token, index);
      // 「動画3本」: a character right behind a number counts.
      const isCounter = (one: Mention) =>
        one.start === token.start && one.end - one.start === 1 && tokens[index - 1]?.kind === "number";
      content.push(...inside.content.filter((one) => !isCounter(one)));
      scope.push(...inside.scope);
    }
    if (token.kind !== "word" && token.kind !== "number") return;
    const found = foundAt(index);
    if (index >= scopeUntil && found.scope) {
      scopeUntil = index + found.scope.length;
      scope.push(mentionOf(found.scope, index, tokens));
    }
    if (found.isPhrase) contentUntil = Math.max(contentUntil, index + (found.scope?.length ?? 1));
    turnUntil = Math.max(turnUntil, index + found.turn);
    // "To spare us radio" has nothing to do with savings.
    const isWithinTurn = index + (found.content?.length ?? 1) <= turnUntil;
    if (index < contentUntil || isWithinTurn) return;
    if (found.content) {
      contentUntil = index + found.content.length;
      content.push(mentionOf(found.content, index, tokens));
    } else if (!found.scope && !isKnownIn(token, languages) && !isFunctionWord(mended[index]?.plain ?? ""))
      unknown.push(index);
  });
  content.push(
    ...guessesAt(unknown, { ...reading, tokens }).map(({ index, found }) => mentionOf(found, index, tokens)),
  );
  content.sort((a, b) => a.start - b.start);
  const collocated = mendsTyping ? withCollocations(content, mended, languages) : content;
  const named = withoutInventedNames(withoutHomonyms(collocated, scope, tokens), scope, tokens);
  return { languages, content: withOwners(named, scope, tokens), scope };
}

/** A common word of the text's languages, which is neither another's form nor misspelt nor foreign. */
function isKnownIn(token: Token | undefined, languages: readonly Language[]): boolean {
  if (!token) return false;
  const { text, plain } = token;
  return languages.some((language) => {
    const { known } = lexicon().vocabularyOf(language);
    return known.has(plain) || (text !== plain && known.has(text));
  });
}

/** Shorter words have too many neighbours. */
const LONG_PART = 6;

function mentionOf({ senses, length, certainty }: Found, index: number, tokens: readonly Token[]): Mention {
  const start = tokens[index]?.start ?? 0;
  const end = tokens[index + length - 1]?.end ?? start;
  return { start, end, from: index, to: index + length, senses, certainty };
}

/** A word that no other follows begins no phrase, so it means the same wherever it stands. */
function findingAloneOnce(reading: Reading): (index: number) => ReturnType<typeof findAt> {
  const alone = new Map<string, ReturnType<typeof findAt>>();
  return (index) => {
    const [token, next] = [reading.tokens[index], reading.tokens[index + 1]];
    if (!token || next?.kind === "word" || next?.kind === "number") return findAt(index, reading);
    const found = alone.get(token.text) ?? findAt(index, reading);
    alone.set(token.text, found);
    return found;
  };
}

/**
 * The meaning at a position, in the first language that has one. English is tried for every text, except for the text's
 * own function words.
 */
function findAt(index: number, { tokens, languages }: Reading) {
  let content: Found | undefined;
  let scope: Found | undefined;
  const token = tokens[index];
  const { plain = "", isMended = false } = token ?? {};
  const littleIn = languages.filter((language) => STOP_WORDS.get(language)?.has(plain));
  const isOwnLittle = littleIn[0] !== undefined && littleIn[0] === languages[0];
  languages.forEach((language, rank) => take(language, rank === 0 ? CERTAINTY.word : CERTAINTY.along));
  if (!languages.includes("en") && littleIn.length === 0 && !isKnownIn(token, languages)) take("en", CERTAINTY.foreign);
  // "Baked in", "moves boxes": a phrase of the trade is not about any of its words.
  const phrase = longerOf(scope, content);
  const isPhrase = phrase !== undefined && isFiller(phrase);
  const turn = phrase && isTurn(phrase) ? phrase.length : 0;
  return { content: isPhrase || turn > 0 ? undefined : content, scope, isPhrase, turn };
  function isOfOther(language: Language): boolean {
    return littleIn.some((other) => other !== language) || isKnownIn(token, languages.slice(0, 1));
  }
  function take(language: Language, certainty: number): void {
    const vocabulary = lexicon().vocabularyOf(language);
    const isForeign = certainty === CERTAINTY.foreign;
    for (const { senses, length } of phrasesAt(index, tokens, language, vocabulary, isForeign)) {
      const [little, telling] = [senses.filter(isScope), senses.filter((sense) => !isScope(sense))];
      const isFiller = length === 1 && little.some(({ kind }) => kind === "filler");
      if (little.length > 0 && length > (scope?.length ?? 0)) scope = { senses: little, length, certainty };
      // Portuguese `sem` is "without", whatever it is in English, and French `mais` is "but", and no maize.
      const isAlong = certainty === CERTAINTY.along;
      const isBut = (isOwnLittle && scope !== undefined) || (isAlong && isOfOther(language));
      // French "parties" are no parties: what the text's own language knows as filler is no English word.
      const isChance =
        (length === 1 && (isBut || (isForeign && (scope !== undefined || plain.length < SHORTEST_FOREIGN)))) ||
        // English "no cinema" refuses it, and Portuguese is in it.
        (isAlong && scope?.certainty === CERTAINTY.word && scope.senses.some(({ id }) => id === "negator"));
      if (telling.length > 0 && !isFiller && !isChance && length > (content?.length ?? 0))
        content = { senses: telling, length, certainty: isMended && length === 1 ? CERTAINTY.typingError : certainty };
    }
  }
}

/** What the lexicon does not know, in runs that nothing known interrupts. */
function guessesAt(unknown: readonly number[], reading: Reading): { readonly index: number; readonly found: Found }[] {
  const guesses: { index: number; found: Found }[] = [];
  const formOnce = onceEach((token) => formAt(token, reading));
  const listsOnce = onceEach((token) => listsOf(token, reading));
  const guessOnce = onceEach((token) => guessAt(token, reading));
  let until = 0;
  unknown.forEach((index, place) => {
    if (index < until) return;
    let free = 1;
    while (unknown[place + free] === index + free) free++;
    const token = reading.tokens[index];
    const found =
      token && (formOnce(token) ?? listedAt(index, free, reading.tokens, listsOnce(token)) ?? guessOnce(token));
    if (!found) return;
    until = index + found.length;
    guesses.push({ index, found });
  });
  return guesses;
}

/** A word of the lexicon in a form that its stem does not show. */
function formAt({ plain }: Token, { languages }: Reading): Found | undefined {
  for (const language of languages) {
    if (STOP_WORDS.get(language)?.has(plain)) return undefined;
    const vocabulary = lexicon().vocabularyOf(language);
    const senses = otherFormsOf(language === "ar" ? withoutArticle(plain) : plain, language)
      .map((form) => tellingOf([form], vocabulary).filter(({ kind }) => BENT.has(kind)))
      .find((some) => some.length > 0);
    if (senses) return { senses, length: 1, certainty: CERTAINTY.form };
  }
  return undefined;
}

/** The languages in whose public list something begins with this word. */
function listsOf(token: Token, { languages }: Reading): Language[] {
  if (languages.some((language) => STOP_WORDS.get(language)?.has(token.plain))) return [];
  return languages.filter((language) => mayBeginDerived(token, language));
}

/** A word of a public list, which is no guess if its parts mean the same in the lexicon: `Fahrradverleih`. */
function listedAt(index: number, free: number, tokens: readonly Token[], languages?: Language[]): Found | undefined {
  for (const language of languages ?? []) {
    const found = derivedAt(tokens, index, free, language);
    if (!found) continue;
    const parts = found.length === 1 ? compoundIn(tokens[index], language) : [];
    const same = parts.filter((part) => found.senses.some(({ kind, id }) => kind === part.kind && id === part.id));
    if (same.length > 0) return { senses: same, length: 1, certainty: CERTAINTY.compound };
    return { ...found, certainty: CERTAINTY.derived };
  }
  return undefined;
}

function compoundIn(token: Token | undefined, language: Language): Sense[] {
  if (!token || !isCompounding(language)) return [];
  const vocabulary = lexicon().vocabularyOf(language);
  const parts = partsOf(token.plain, vocabulary, { language, spelling: token.text });
  const spelt = language === "de" ? parts.map((part) => lettersOfPart(part, token.text)) : parts;
  return tellingOf(spelt, vocabulary);
}

/** An unknown word may be a compound of known ones, or misspelt. */
function guessAt(token: Token, { languages, mendsTyping, isHasty }: Reading): Found | undefined {
  const { kind, plain } = token;
  if (kind !== "word" || languages.some((language) => STOP_WORDS.get(language)?.has(plain))) return undefined;
  const place = placeAbroad(plain, languages);
  if (place) return place;
  const joined = placeJoined(plain, languages);
  if (joined) return joined;
  const abroad = topicsAbroad(token, languages);
  for (const language of languages) {
    const vocabulary = lexicon().vocabularyOf(language);
    const demanded = mendsTyping ? demandedBy(plain, language) : undefined;
    if (demanded !== undefined)
      return { senses: tellingOf([demanded], vocabulary, true), length: 1, certainty: CERTAINTY.slip };
    const senses = compoundIn(token, language);
    if (senses.length > 0) return { senses, length: 1, certainty: CERTAINTY.compound };
    if (abroad) return { senses: abroad, length: 1, certainty: CERTAINTY.derived };
    const mended = mendsTyping ? mendedSenses(token, language, vocabulary, isHasty) : [];
    // A short word is more likely an unknown word than a misspelt city: `liegen` is not Liège.
    const isCity = plain.length <= LONG_PART && mended.some(({ kind }) => kind === "city");
    if (mended.length > 0 && !isCity) return { senses: mended, length: 1, certainty: CERTAINTY.typingError };
  }
  return undefined;
}

/** A medium or a market whose name a finger slipped in writing: `raduo`. Arabic's keys lie otherwise. */
function demandedBy(plain: string, language: Language): string | undefined {
  return language === "ar" ? undefined : (slipOf(plain, language, MEDIA) ?? slipOf(plain, language, MARKETS));
}

/** What a misspelt word most likely means: a word, and in a text typed in haste also what sounds like it, or a form of a word. */
function mendedSenses({ text, plain }: Token, language: Language, vocabulary: Vocabulary, isHasty: boolean): Sense[] {
  const meant = meantBy(language === "ar" ? asListed(plain) : plain, language, isHasty ? HASTY_SINGLES : SINGLES);
  if (meant !== undefined) {
    const senses = tellingOf([meant], vocabulary, true);
    // `Floripa` is not Florida: with another letter it is another town.
    return isSlip(plain, meant) ? senses : senses.filter(({ kind }) => kind !== "city" && kind !== "region");
  }
  if (!isHasty) return [];
  const sounding = sensesBySound(plain, language, vocabulary);
  if (sounding.length > 0) return tellingIn(sounding, true);
  const stem = meantBy(stemOf(text, language), language, STEMS);
  return stem === undefined ? [] : tellingIn(vocabulary.stems.get(stem) ?? [], false);
}

function tellingOf(words: readonly string[], { senses }: Vocabulary, withPlaces = false): Sense[] {
  return words.flatMap((word) => tellingIn(senses.get(word) ?? [], withPlaces));
}

function tellingIn(senses: readonly Sense[], withPlaces: boolean): Sense[] {
  if (senses.some(({ kind }) => kind === "filler")) return [];
  return senses.filter(
    (sense) =>
      !isScope(sense) &&
      (withPlaces || !(PLACES.includes(sense.kind) || sense.kind === "language" || sense.kind === "property")),
  );
}

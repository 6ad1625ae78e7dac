import { type Chip, isFirm } from "../chip.ts";
import type { Language } from "../languages.ts";
import type { Mention } from "../mention.ts";
import { isRefusing as isRefusal } from "../polarity/clause.ts";
import type { Token } from "../words.ts";
import { isHabit } from "./habits.ts";
import { isInFileName, isNameOfOther, isNotThere, isOfSender } from "./incidental-places.ts";
import { isBehindHeading, isInParts, isNoLonger, isOver, partsOfOtherTimes } from "./incidental-times.ts";
import {
  isBeside,
  isCompared,
  isForwarded,
  isLeft,
  isNeverUsed,
  isOfGoods,
  isOfTrade,
  isOrdinary,
  isOwn,
  isSeeking,
  isUsed,
} from "./incidental-trades.ts";
import { spokenIn } from "./incidental-words.ts";
import type { Named, Page, Range } from "./page.ts";

/** Of where people are, though nobody asked for it. */
const HINT = 0.43;

/** What is read of a text, in which tokens. */
interface Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly scope: readonly Mention[];
  readonly languages: readonly Language[];
}

/**
 * What a brief names to say who writes, what they sell, where they come from, what they have done, or whom they seek is no demand: a
 * "radio listener" is no radio, and a "UK-based brand" may sell in Germany. Most of it may be one if nothing else is demanded.
 */
export function withoutIncidentals(chips: readonly Chip[], said: Said): readonly Chip[] {
  const media = chips.filter((chip) => chip.kind === "channel" && isFirm(chip) && chip.span);
  const places = chips.filter((chip) => isPlace(chip) && isFirm(chip) && chip.span);
  if (media.length + places.length === 0) return chips;
  const page = pageOf([...media, ...places], said);
  const isRefusing = said.scope.some(isRefusal);
  const inMedia = page.named.filter(({ chip }) => chip.kind === "channel" && !(chip.negated && isRefusing));
  const inPlaces = page.named.filter(({ chip }) => isPlace(chip) && !chip.negated);
  const times = partsOfOtherTimes(page);
  const ordinary = page.named.filter((one) => one.chip.kind === "channel" && isOrdinary(one, page));
  const dropped = [
    // "No social engineering" refuses no social media.
    ...ordinary,
    ...listed(inMedia, (one) => isNeverMeant(one, page) || isBehindHeading(one, "others", page), page),
    ...inPlaces.filter((one) => isNotThere(one, page) || isNameOfOther(one, page)),
    ...page.named.filter((one) => isPlace(one.chip) && one.chip.negated && isOver(one, times, page)),
    ...unlessAll(inMedia, (one) => isInParts(one, times) || isIncidental(one, page) || isInFileName(one, page), page),
    ...unlessAll(inPlaces, (one) => isInParts(one, times) || isOfSender(one, page) || isInFileName(one, page), page),
  ].map(({ chip }) => chip);
  const ended = inMedia.filter((one) => isInParts(one, times) && isNoLonger(one, page)).map(({ chip }) => chip);
  const habits = listed(inMedia, (one) => isHabit(one, page, said.scope), page).map(({ chip }) => chip);
  if (dropped.length + ended.length + habits.length === 0) return chips;
  return chips.flatMap((chip) => {
    if (ended.includes(chip)) return [{ ...chip, negated: true }];
    if (dropped.includes(chip)) return [];
    return [habits.includes(chip) ? { ...chip, certainty: HINT } : chip];
  });
}

function isPlace({ kind }: Chip): boolean {
  return kind === "country" || kind === "region";
}

function pageOf(chips: readonly Chip[], { text, tokens, languages }: Said): Page {
  const named = chips.flatMap((chip) => {
    const from = tokens.findIndex(({ end }) => end > (chip.span?.start ?? 0));
    const to = tokens.findLastIndex(({ start }) => start < (chip.span?.end ?? 0)) + 1;
    return tokens[from]?.kind === "japanese" || to <= from ? [] : [{ chip, from, to }];
  });
  return { text, tokens, named: named.toSorted((a, b) => a.from - b.from), said: spokenIn(tokens, languages) };
}

const NEVER_MEANT = [isOrdinary, isOfGoods, isCompared, isNeverUsed] as const;

/** It would be no demand even if nothing else were one. */
function isNeverMeant(named: Named, page: Page): boolean {
  return NEVER_MEANT.some((is) => is(named, page));
}

const INCIDENTAL = [isOfTrade, isOwn, isSeeking, isUsed, isBeside, isLeft, isForwarded] as const;

function isIncidental(named: Named, page: Page): boolean {
  return INCIDENTAL.some((is) => is(named, page)) || isBehindHeading(named, "client", page);
}

/** What is only spoken of, beside something of its kind that is not. */
function unlessAll(named: readonly Named[], is: (one: Named) => boolean, page: Page): readonly Named[] {
  const dropped = listed(named, is, page);
  return named.some((one) => !one.chip.negated && one.chip.kind !== "region" && !dropped.includes(one)) ? dropped : [];
}

/** "Radio and podcast listeners": what is joined to something that is only spoken of is so too. */
function listed(named: readonly Named[], is: (one: Named) => boolean, page: Page): Named[] {
  const dropped = new Set(named.filter(is));
  if (dropped.size === 0) return [];
  for (const all of [named, named.toReversed()])
    for (const one of all) {
      const isJoined = [...dropped].some((other) => areJoined(one, other, page) || areJoined(other, one, page));
      if (isJoined) dropped.add(one);
    }
  return [...dropped];
}

/** In letters: "in Italia e in Francia". */
const PREPOSITION = 3;
const JOINTS: ReadonlySet<string> = new Set("and und et y e ed en i oraz de di".split(" "));

/** Nothing but a joint stands between, or they are the same words. */
function areJoined(one: Range, other: Range, { tokens }: Page): boolean {
  if (one.from === other.from) return true;
  const isShort =
    other.from - one.to === 1 || (other.from - one.to === 2 && (tokens[one.to + 1]?.text.length ?? 0) <= PREPOSITION);
  return isShort && JOINTS.has(tokens[one.to]?.plain ?? "");
}

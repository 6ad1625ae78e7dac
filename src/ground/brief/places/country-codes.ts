import { lineOf } from "../lexicon/lexicon.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import { SENTENCE_END } from "../polarity/clause.ts";
import type { Token } from "../words.ts";
import { hasPartLeftOut, isBesideMedium, isLocated, isOtherwise } from "./codes-beside-media.ts";

const CODE = /^[A-Z]{2}$/;
/** Between two items of a list, without the blanks around it. */
const JOINT = /^(?:["']?[,/+&|、،-]["']?|\p{L}{1,3})?$/u;
/** In characters, with its blanks. */
const LONGEST_JOINT = 8;
/** They say that places follow. */
const INTRODUCING = ["negator", "outside", "but-place", "exclusive", "places"] as const;
/** They also stand for something else: information technology, public relations. */
const OTHERWISE: ReadonlySet<string> = new Set([
  "IT",
  "PR",
  "AI",
  "TV",
  "ID",
  "AD",
  "AR",
  "CV",
  "PS",
  "PM",
  "PC",
  "MC",
  "VC",
  // Programmatic guaranteed.
  "PG",
  // Japanese writes so what must not be.
  "NG",
]);

/**
 * "Benelux excl. NL", "markets: DE, AT": ISO 3166's codes in capitals, where a text is about places. In a text of capitals they are
 * words, and the first of a list needs a word before it or a place behind it.
 */
export function withCountryCodes(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  if (isShouted(text)) return mentions;
  const codes = tokens.flatMap((token, index) => codeAt(text, token, index, mentions));
  if (codes.length === 0) return mentions;
  const places = mentions.content.filter((one) => has(one, "country") || has(one, "region") || has(one, "city"));
  const isNo = ({ from, to }: Mention) =>
    mentions.scope.some((one) => one.from === from && one.to === to && has(one, "scope", "negator"));
  const beside = { ...mentions, content: [...places, ...codes] };
  const known = codes.filter(
    (code) =>
      (!isNo(code) || isBesideSign(code, text) || isLocated(code, text)) &&
      (isMeant(code, text, tokens, beside) ||
        isBesideMedium(code, text, mentions.content) ||
        hasPartLeftOut(code, text, mentions)),
  );
  // "Markets: NO, SE" refuses nothing.
  const norways = known.filter(isNo);
  const scope = mentions.scope.filter((one) => !norways.some(({ from, to }) => one.from === from && one.to === to));
  return { ...mentions, scope, content: [...mentions.content, ...known].sort((a, b) => a.start - b.start) };
}

/** In a text of capitals every word of two letters looks like a code; one of codes and other abbreviations has no longer word. */
export function isShouted(text: string): boolean {
  return !/\p{Ll}|\p{Lo}/u.test(text) && /\p{Lu}{5}/u.test(text);
}

function codeAt(text: string, { kind, start, end }: Token, index: number, { content }: Mentions): Mention[] {
  const written = text.slice(start, end) === "Aus" && LAST.test(text.slice(end)) ? "AU" : text.slice(start, end);
  if (kind !== "word" || !CODE.test(written) || isOfPart(text, start, end) || isOtherwise(written, text.slice(end)))
    return [];
  const senses = UNION.has(written)
    ? [{ kind: "region", id: "eu", isHint: false } as const]
    : [{ kind: "country", id: written, isHint: false } as const];
  if (!senses.every(({ kind, id }) => lineOf(kind, id))) return [];
  if (content.some((one) => one.from <= index && index < one.to)) return [];
  return [{ start, end, from: index, to: index + 1, senses, certainty: CERTAINTY.word }];
}

/** It is in capitals in any language, as are the codes of its members. */
const UNION: ReadonlySet<string> = new Set(["EU", "UE"]);

/** ISO 3166-2: `US-CA` is in the United States, and `ES-CN` no part of China; a part that is left out leaves its country in. */
export function isOfPart(text: string, start: number, end: number): boolean {
  if (BEHIND_COUNTRY.test(text.slice(Math.max(0, start - 4), start))) return true;
  const [before = ""] = text
    .slice(Math.max(0, start - LONGEST_LIST), start)
    .split(/[.;\n}]/)
    .slice(-1);
  return PART.test(text.slice(end, end + 5)) && LEFT_OUT.test(before);
}

const BEHIND_COUNTRY = /(?<![A-Z])[A-Z]{2}-$/;
const PART = /^-[A-Z0-9]{1,3}(?![A-Za-z0-9])/;
const LEFT_OUT = /exclu|except|without|avoid|not?\b/i;
/** In characters. */
const LONGEST_LIST = 40;

/** "Radio, Aus", and no German preposition. */
const LAST = /^\s?(?:[.,;)/&]|$)/u;

function isMeant(code: Mention, text: string, tokens: readonly Token[], { scope, content }: Mentions): boolean {
  const isListed = content.some(
    (one) =>
      (one.end < code.start && isJoint(text, one.end, code.start)) ||
      (one.start > code.end && isJoint(text, code.end, one.start)),
  );
  if (isListed) return true;
  if (text.slice(code.start, code.end) === "Aus") return /[,/&(]\s?$/u.test(text.slice(0, code.start));
  if (OTHERWISE.has(text.slice(code.start, code.end))) return false;
  if (QUOTED.test(text.slice(code.start - 1, code.end + 1))) return true;
  // "US only. TZ": another sentence.
  const isApart = tokens[code.from - 1]?.kind === "break" && !SENTENCE_END.test(tokens[code.from - 1]?.text ?? "");
  const before = isApart ? code.from - 1 : code.from;
  const isOfLanguage = scope.some((one) => one.to === before && has(one, "scope", "language-label"));
  if (
    !isOfLanguage &&
    OPENED.test(text.slice(Math.max(0, code.start - 2), code.start)) &&
    CLOSED.test(text.slice(code.end))
  )
    return true;
  return scope.some((one) => one.to === before && INTRODUCING.some((id) => has(one, "scope", id)));
}

/** `["FR"]`: a value of a program's. */
const QUOTED = /^"[A-Z]{2}"$/;

/** "Cinema (FR)", "excluded: CH; channel: podcast": all of a field, or of what stands in brackets. */
const OPENED = /[:;(|→=]\s?$/u;
const CLOSED = /^(?:[;.|)]|\s?$|\s[/|·])/u;

const CODE_BEHIND = /^\s?[,/+&|、]\s?["']?(?<code>[A-Z]{2})\b/u;
const CODE_BEFORE = /\b(?<code>[A-Z]{2})["']?\s?[,/+&|、]\s?["']?$/u;

/** Norway's code is one in "NO, SE", and a word in "NO US" and "NO TV, NO SPORTS". */
function isBesideSign({ start, end }: Mention, text: string): boolean {
  const before = CODE_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_JOINT), start));
  return [CODE_BEHIND.exec(text.slice(end)), before].some((match) => {
    const code = match?.groups?.code ?? "";
    return lineOf("country", code) !== undefined && !OTHERWISE.has(code);
  });
}

function isJoint(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_JOINT && JOINT.test(text.slice(from, to).trim());
}

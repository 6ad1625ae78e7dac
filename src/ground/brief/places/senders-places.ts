import { CERTAINTY, has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn, SENTENCE_END, sentenceOf } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { isStrict, withdraw } from "../stance.ts";
import type { Token } from "../words.ts";

/** A mail's writer has at most this many words for a line of the signature, and the last line of a text at most this many. */
const LONGEST_LINE = 8;
const LONGEST_LAST = 6;
/** "Marta, Lyon": a single name is this short; a longer word is what is sold. */
const LONGEST_NAME = 9;
/** The shop's town is at most this many tokens behind it. */
const NEAR = 3;
/** 「東京本社」 */
const OFFICE = /^(?:事務所|支社|本社|支店|営業所|オフィス)/;
const POSTAL_CODE = /^\d{4,5}$/;

interface Line {
  readonly from: number;
  readonly to: number;
}

/** Where a mail comes from is no market: the town behind a firm's name or in brackets behind a firm's name, in a signature, an address or beside "our shop". */
export function leaveSenders(before: Before): void {
  if (!before.content.some(isPlace)) return;
  const senders = new Set([
    ...inBrackets(before),
    ...inHead(before),
    ...besideContact(before),
    ...inSignature(before),
    ...inAddress(before),
    ...besideShop(before),
    ...ofFirm(before),
  ]);
  for (const place of senders) if (!isStrict(place, before)) withdraw(place, before);
}

/** "Oak Ltd (Manchester) makes cots", "Marta Nowak (Gdańsk)": and not "parents (Poland)". */
function inBrackets(before: Before): Mention[] {
  const { tokens, content, text } = before;
  if (!/[(（]/.test(text)) return [];
  return content.filter(isTown).flatMap((town) => {
    const [open, close] = [tokens[town.from - 1], tokens[town.to]];
    if (open?.text !== "(" || !close?.text.startsWith(")")) return [];
    const { start } = clauseOf({ ...town, from: town.from - 2, to: town.from - 1 }, tokens);
    const name = { start, end: open.start };
    if (isFirmIn(name, before)) return content.filter((one) => isTown(one) && (one === town || isIn(name, one)));
    return isNameAt(town.from - 2, before) && (isTelling(town, before) || isWholeName(name, before)) ? [town] : [];
  });
}

/** "Perfume workshop, Matera. We speak to …": the first sentence names a firm and where it is. */
function inHead(before: Before): Mention[] {
  const { tokens, content } = before;
  const [first] = linesOf(tokens).filter((line) =>
    content.some((one) => isTown(one) && one.from >= line.from && one.to <= line.to),
  );
  const town = first && content.find((one) => isTown(one) && one.to === first.to);
  if (!town || tokens[town.from - 1]?.kind !== "break" || !tokens[town.from - 1]?.text.startsWith(",")) return [];
  const name = { start: tokens[first.from]?.start ?? 0, end: tokens[town.from - 2]?.end ?? 0 };
  return wordsIn(first, tokens) <= LONGEST_LINE && isFirmIn(name, before)
    ? content.filter((one) => isPlace(one) && one.from === town.from)
    : [];
}

function isTown(one: Mention): boolean {
  return has(one, "city");
}

/** "The firm Oak", "Oak Ltd": and nobody who is sought behind it. */
function isFirmIn(name: { start: number; end: number }, { scope, content }: Before): boolean {
  const firm = scope.find((one) => has(one, "scope", "firm") && isIn(name, one));
  if (!firm) return false;
  const isSought = (one: Mention) => has(one, "scope", "seeks") || has(one, "scope", "people") || has(one, "audience");
  return ![...scope, ...content].some((one) => isIn(name, one) && isSought(one));
}

const TELLING = ["makes", "sells", "seeks", "aim", "self", "of-writer", "in-hand"] as const;

/** Its sentence goes on with what the firm does or looks for. */
function isTelling(town: Mention, { tokens, scope }: Before): boolean {
  const { end } = sentenceOf(town, tokens);
  return scope.some((one) => one.start >= town.end && one.end <= end && TELLING.some((id) => has(one, "scope", id)));
}

/** 「佐藤（福岡）」 */
function isWholeName({ start, end }: { start: number; end: number }, { tokens, content }: Before): boolean {
  const words = tokens.filter((one) => one.start >= start && one.end <= end);
  const isJapanese = words.length === 1 && words[0]?.kind === "japanese";
  return isJapanese && end - start < LONGEST_NAME && !content.some((one) => isIn({ start, end }, one));
}

/** A word that the lexicon does not know, written like a name. */
function isNameAt(index: number, { tokens, content, scope }: Before): boolean {
  const token = tokens[index];
  if (!token || token.kind === "break" || token.kind === "number") return false;
  const isKnown = [...content, ...scope].some(
    (one) => one.from <= index && one.to > index && one.certainty > CERTAINTY.typingError,
  );
  return !isKnown && (token.isCapital === true || token.kind === "japanese" || /^\p{Script=Arabic}/u.test(token.text));
}

/** Behind "kind regards", and in the last line: "Marta, Lyon". */
function inSignature(before: Before): Mention[] {
  const lines = linesOf(before.tokens);
  const signed = before.scope
    .filter((one) => has(one, "scope", "regards"))
    .flatMap((one) => linesBehind(one, lines, before));
  const last = lines.length > 1 ? lines.slice(-1).filter((line) => isNameAndTown(line, before)) : [];
  const offices = before.content.filter((one) => isTown(one) && OFFICE.test(before.text.slice(one.end, one.end + 4)));
  return [...[...signed, ...last].flatMap((line) => placesIn(line, before)), ...offices];
}

function placesIn({ from, to }: Line, { content }: Before): Mention[] {
  return content.filter((one) => isPlace(one) && one.from >= from && one.to <= to);
}

/** From one full stop or line break to the next, in tokens. */
function linesOf(tokens: readonly Token[]): Line[] {
  const ends = tokens.flatMap(({ kind, text }, index) => (kind === "break" && SENTENCE_END.test(text) ? [index] : []));
  return [...ends, tokens.length]
    .map((to, place) => ({ from: place === 0 ? 0 : (ends[place - 1] ?? 0) + 1, to }))
    .filter(({ from, to }) => to > from);
}

/** What is left of its line, and the lines behind, as long as they say nothing else: the first has a name, or is empty. */
function linesBehind(regards: Mention, lines: readonly Line[], before: Before): Line[] {
  const at = lines.findIndex(({ from, to }) => from <= regards.from && regards.to <= to);
  const own = lines[at];
  if (!own) return [];
  const rest = { from: regards.to, to: own.to };
  const isSaid = before.tokens.slice(rest.from, rest.to).some(({ kind }) => kind !== "break");
  const found: Line[] = [];
  if (isSaid) {
    if (!isSigned(rest, before) && !isFrom(rest, before)) return [];
    found.push(rest);
  }
  for (const line of lines.slice(at + 1)) {
    if (!isSigned(line, before) && !(hasName(found, before) && isPlaceAlone(line, before))) break;
    found.push(line);
  }
  return found;
}

function hasName(lines: readonly Line[], before: Before): boolean {
  return lines.some(({ from, to }) => range(from, to).some((index) => isNameAt(index, before)));
}

function isPlaceAlone({ from, to }: Line, { tokens, content }: Before): boolean {
  return range(from, to).every(
    (index) =>
      tokens[index]?.kind !== "word" || content.some((one) => isPlace(one) && one.from <= index && one.to > index),
  );
}

/** It has a name, is short, and says neither who is sought nor what is sold. */
function isSigned(line: Line, before: Before): boolean {
  const { from, to } = line;
  const isSaying = (one: Mention) => one.from >= from && one.to <= to && SAYING.some((id) => has(one, "scope", id));
  const isSubject = (one: Mention) => one.from >= from && one.to <= to && (has(one, "audience") || has(one, "channel"));
  return (
    wordsIn(line, before.tokens) <= LONGEST_LINE &&
    hasName([line], before) &&
    !before.scope.some(isSaying) &&
    !before.content.some(isSubject)
  );
}

/** "Greetings from rainy Leeds". */
function isFrom(line: Line, before: Before): boolean {
  const { scope, content } = before;
  const isHere = (one: Mention) => one.from >= line.from && one.to <= line.to;
  const place = content.find((one) => isHere(one) && isPlace(one));
  if (!place || wordsIn({ from: line.from, to: place.to }, before.tokens) > LONGEST_LAST) return false;
  return !scope.some(
    (one) => one.from >= line.from && one.to <= place.from && SAYING.some((id) => has(one, "scope", id)),
  );
}

const SAYING = ["seeks", "aim", "aim-now", "people", "exclusive", "negator", "sells", "wants", "medium-label"] as const;

function wordsIn({ from, to }: Line, tokens: readonly Token[]): number {
  return tokens.slice(from, to).filter(({ kind }) => kind !== "break").length;
}

/** "Marta, Lyon", "Anders Holm, Copenhagen office": a name, a comma, and a town with nothing but a word for an office. */
function isNameAndTown({ from, to }: Line, before: Before): boolean {
  const { tokens, content } = before;
  const comma = range(from, to).find((index) => tokens[index]?.kind === "break");
  if (
    comma === undefined ||
    !/^[,،、–—(\n]/.test(tokens[comma]?.text ?? "") ||
    wordsIn({ from, to }, tokens) > LONGEST_LAST
  )
    return false;
  const names = range(from, comma);
  const [first] = names;
  const isShort = names.length > 1 || (tokens[first ?? 0]?.text.length ?? 0) <= LONGEST_NAME;
  if (names.length === 0 || !isShort || !names.every((index) => isNameAt(index, before))) return false;
  const behind = content.filter((one) => one.from > comma && one.to <= to);
  const isOffice = (one: Mention) =>
    before.scope.some((word) => word.from === one.from && has(word, "scope", "premises"));
  return behind.some(isTown) && behind.every((one) => isPlace(one) || isOffice(one));
}

/** "Contact: Eva, Leeds". */
function besideContact(before: Before): Mention[] {
  const { scope, tokens } = before;
  const labels = scope.filter((one) => has(one, "scope", "contact-label") && /^[:：]/.test(tokens[one.to]?.text ?? ""));
  if (labels.length === 0) return [];
  const lines = linesOf(tokens);
  return labels.flatMap((label) => {
    const line =
      lines.find(({ from, to }) => from <= label.to && label.to < to) ?? lines.find(({ from }) => from > label.to);
    return line ? placesIn({ from: label.to, to: line.to }, before) : [];
  });
}

/** "Rue du Lac 4, 75011 Paris". */
function inAddress({ tokens, content }: Before): Mention[] {
  const isEdge = (index: number) => tokens[index] === undefined || tokens[index]?.kind === "break";
  return content.filter(
    (one) =>
      isTown(one) && POSTAL_CODE.test(tokens[one.from - 1]?.text ?? "") && isEdge(one.from - 2) && isEdge(one.to),
  );
}

/** "Our shop in Leeds sends to the whole of Europe, and we want parents in France": for its own customers it would ask for its town. */
function besideShop(before: Before): Mention[] {
  const { scope, content, tokens } = before;
  const beside = scope
    .filter((one) => has(one, "scope", "own-shop"))
    .flatMap((shop) => content.filter((one) => isTown(one) && one.from >= shop.to && one.from - shop.to <= NEAR));
  if (beside.length === 0) return [];
  const isElsewhere = content.some((one) => {
    const sentence = sentenceOf(one, tokens);
    const isWanted = isPlace(one) && !beside.includes(one) && !before.stances.get(one)?.withdrawn;
    return isWanted && scope.some((word) => isIn(sentence, word) && AIMS.some((id) => has(word, "scope", id)));
  });
  return isElsewhere || scope.some((one) => has(one, "scope", "everywhere")) ? beside : [];
}

/** "Firma z Krakowa", 「札幌の会社」: where the firm is that speaks, or is spoken of; and not "we look for firms in Leeds". */
function ofFirm({ scope, content, tokens, text }: Before): Mention[] {
  return scope
    .filter((one) => has(one, "scope", "firm"))
    .flatMap((firm) => {
      const isOf = (one: Mention) =>
        tokens[firm.from]?.kind === "japanese"
          ? one.from === firm.from && text.slice(one.end, firm.start) === "の"
          : one.from - firm.to === 1 && FROM.has(tokens[firm.to]?.plain ?? "");
      const sentence = sentenceOf(firm, tokens);
      const isSought = scope.some(
        (one) => isIn(sentence, one) && one.end <= firm.start && AIMS.some((id) => has(one, "scope", id)),
      );
      return isSought ? [] : content.filter((one) => isPlace(one) && isOf(one));
    });
}

const FROM: ReadonlySet<string> = new Set("from aus uit de du d di del della da do dos das z ze من".split(" "));

const AIMS = ["seeks", "aim", "aim-now", "wants", "exclusive"] as const;

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

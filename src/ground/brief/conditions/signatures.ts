import { has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";

const SUBJECTS: ReadonlySet<string> = new Set(["topic", "audience", "season", "channel"]);
/** "Dr. Anna Maria Baker", with the full stop of a title or an initial. */
const LONGEST_NAME = 6;
const INITIAL = /^\p{L}{1,3}$/u;

/** "Kind regards, Anna Cook", "Frau Müller": the name of who signs is no subject. */
export function withoutSignatures(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  const names = mentions.scope
    .filter((one) => has(one, "scope", "regards"))
    .flatMap((one) => nameBehind(one, text, tokens));
  if (names.length === 0) return mentions;
  const isOfName = ({ from, to, senses }: Mention) =>
    names.some(
      (name) =>
        from >= name.from &&
        to <= name.to &&
        (senses.every(({ kind }) => SUBJECTS.has(kind)) || isSurname(from, name, tokens, mentions)),
    );
  return { ...mentions, content: mentions.content.filter((one) => !isOfName(one)) };
}

/** "Natália Porto": a town right behind a first name, and not "Anna, Porto" or "Anna New York". */
function isSurname(at: number, name: Name, tokens: readonly Token[], { content }: Mentions): boolean {
  const isTown = (index: number) =>
    content.some(
      (one) =>
        one.from <= index && index < one.to && one.senses.some(({ kind }) => kind === "city" || kind === "country"),
    );
  return at === name.from + 1 && name.to === at + 1 && tokens[name.from]?.kind === "word" && !isTown(name.from);
}

interface Name {
  readonly from: number;
  readonly to: number;
}

/** As many words with capitals as follow the greeting; a name ends its line. */
function nameBehind({ to }: Mention, text: string, tokens: readonly Token[]): Name[] {
  let from = to;
  while (isGap(tokens[from], text)) from++;
  let end = from;
  while (end - from < LONGEST_NAME && (tokens[end]?.isCapital || isPointOfInitial(end, tokens))) end++;
  const last = tokens[end];
  const isWhole = last === undefined || (last.kind === "break" && /[\n,(|–—-]|\.$/u.test(last.text));
  // "Thanks. Podcasts in Germany."
  return end > from && isWhole && isParted(to, from, text, tokens) ? [{ from, to: end }] : [];
}

function isGap(token: Token | undefined, text: string): boolean {
  return token?.kind === "break" && /^[,\s!]+$/u.test(text.slice(token.start, token.end));
}

/** By a comma or a line, or nothing at all: behind a full stop another sentence begins. */
function isParted(to: number, from: number, text: string, tokens: readonly Token[]): boolean {
  return from === to || !/[.;:]/u.test(text.slice(tokens[to]?.start, tokens[from]?.start));
}

function isPointOfInitial(at: number, tokens: readonly Token[]): boolean {
  return tokens[at]?.text === "." && INITIAL.test(tokens[at - 1]?.text ?? "") && tokens[at + 1]?.isCapital === true;
}

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
    .flatMap((one) => nameBehind(one, text, tokens))
    .flatMap((name) => [name, ...linesBehind(name, tokens, mentions)]);
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

/** "Anna Weber, Head of TV, Acme Radio Ltd": behind a whole name, lines of posts and firms, which have capitals or name a post. */
function linesBehind({ from, to }: Name, tokens: readonly Token[], { content }: Mentions): Name[] {
  if (to - from < 2 || content.some((one) => one.from === from)) return [];
  const lines: Name[] = [];
  for (let at = to; lines.length < MOST_LINES; ) {
    const joint = tokens[at];
    if (joint?.kind !== "break" || !LINE_JOINT.test(joint.text)) break;
    const first = at + 1;
    let end = first;
    while (tokens[end] && tokens[end]?.kind !== "break") end++;
    const words = tokens.slice(first, end);
    if (words.length === 0 || words.length > LONGEST_NAME || tokens[end]?.text.startsWith(":")) break;
    const isProper = words.every((one) => one.kind !== "word" || one.isCapital || LITTLE.has(one.plain));
    if (!isProper && !words.some(({ plain }) => POSTS.has(plain))) break;
    lines.push({ from: first, to: end });
    at = end;
  }
  return lines;
}

const MOST_LINES = 5;
const LINE_JOINT = /^[\s,|–—-]+$/u;
const LITTLE: ReadonlySet<string> = new Set(
  "of and for the von und fur de du des del y et e di da do en van i".split(" "),
);
const POSTS: ReadonlySet<string> = new Set(
  [
    "head director chief manager lead leader vp president planner buyer editor officer executive leiter leiterin leitung chef chefin cheffe",
    "directeur directrice responsable directora jefe jefa direttore direttrice responsabile diretor diretora hoofd",
    "dyrektor dyrektorka kierownik kierowniczka szef szefowa",
  ].flatMap((list) => list.split(" ")),
);

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

import { lazily } from "../../caches/index.ts";
import { LANGUAGES } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import { clauseOf, isIn } from "../polarity/clause.ts";
import { plainOf, type Token } from "../words.ts";

const FIELD_END = /[.;!?…|\n\r。؛؟]/;
/** A language is named at most this many tokens behind its label: "Languages: German, French and Italian only". */
const LONGEST = 10;

/** What languages are called in the languages that briefs are read in: "french", "französisch", 「フランス語」. */
const names = lazily(() => {
  const known = [...lexicon().lines.values()].flatMap(({ kind, id }) => (kind === "language" ? [id] : []));
  const called = new Map<string, string>();
  for (const written of LANGUAGES) {
    const display = new Intl.DisplayNames(written, { type: "language", fallback: "none" });
    for (const id of known) {
      const name = display.of(id);
      if (name !== undefined) called.set(plainOf(name.toLowerCase()).replace(/^ال/u, ""), id);
    }
  }
  for (const id of known) called.set(id, id);
  return called;
});

/** "Language: French", 「言語：英語」, "the audience must speak French": there a language is meant, and no country. */
export function withLabelledLanguages(tokens: readonly Token[], mentions: Mentions): Mentions {
  const labels = mentions.scope.filter((one) => has(one, "scope", "language-label") && isLabel(one, tokens));
  const spoken = mentions.scope.flatMap((one) => spokenBeside(one, tokens, mentions));
  const named = [...labels.flatMap((label) => languagesBehind(label, tokens)), ...spoken];
  if (named.length === 0) return mentions;
  const isOther = (one: Mention) => !named.some(({ from }) => from >= one.from && from < one.to);
  const content = [...mentions.content.filter(isOther), ...named].sort((a, b) => a.start - b.start);
  return { ...mentions, content };
}

/** "Language:", "langue du support :". */
function isLabel({ to }: Mention, tokens: readonly Token[]): boolean {
  const end = tokens.slice(to, to + OF_MEDIA).find(({ kind }) => kind === "break");
  return end?.text.startsWith(":") === true;
}

/** In tokens, with the colon. */
const OF_MEDIA = 4;

function languagesBehind({ to }: Mention, tokens: readonly Token[]): Mention[] {
  const named: Mention[] = [];
  for (let at = to; at < to + LONGEST; at++) {
    const token = tokens[at];
    if (!token || (token.kind === "break" && FIELD_END.test(token.text))) break;
    const found = nameIn(token);
    if (!found || isNo(token, tokens[at + 1]) || isWord(found.length, at, tokens)) continue;
    named.push(languageAt(at, token, found));
  }
  return named;
}

/** "Taal: Pools, anders valt de tekst uit de toon": among words a small "de" is none. */
function isWord(length: number, at: number, tokens: readonly Token[]): boolean {
  const { kind, isCapital } = tokens[at] ?? {};
  return kind === "word" && length === CODE && !isCapital && tokens[at - 1]?.kind === "word";
}

/** "Idioma: español, no inglés" has no Norwegian. */
function isNo({ plain }: Token, next: Token | undefined): boolean {
  return plain === "no" && next?.kind === "word" && nameIn(next) !== undefined;
}

/** What people speak, where it is said of them; who learns it wants no medium in it. */
function spokenBeside(speaking: Mention, tokens: readonly Token[], { scope, content }: Mentions): Mention[] {
  if (!has(speaking, "scope", "speaking")) return [];
  const clause = clauseOf(speaking, tokens);
  const here = scope.filter((one) => isIn(clause, one));
  const isOfPeople =
    here.some((one) => SPEAKERS.some((id) => has(one, "scope", id))) ||
    content.some((one) => isIn(clause, one) && has(one, "audience"));
  if (!isOfPeople || here.some((one) => has(one, "scope", "learning") && !has(one, "scope", "speaking"))) return [];
  return [speaking.to, speaking.from - 1].flatMap((at) => {
    const token = tokens[at];
    const found = token && nameIn(token);
    return token && found && token.kind === "word" && found.length > CODE ? [languageAt(at, token, found)] : [];
  });
}

/** A language may be a code behind its label; "de" is a word elsewhere. */
const CODE = 2;
const SPEAKERS = ["people", "relative", "those-who"] as const;

function languageAt(at: number, { start }: Token, { id, length }: { id: string; length: number }): Mention {
  const senses = [{ kind: "language", id, isHint: false } as const];
  return { start, end: start + length, from: at, to: at + 1, senses, certainty: CERTAINTY.word };
}

function nameIn({ kind, plain, text }: Token): { id: string; length: number } | undefined {
  if (kind === "japanese") {
    for (const [name, id] of names()) if (text.startsWith(name)) return { id, length: name.length };
    return undefined;
  }
  const id = kind === "word" ? (names().get(plain) ?? names().get(plain.replace(/^ال/u, ""))) : undefined;
  return id === undefined ? undefined : { id, length: text.length };
}

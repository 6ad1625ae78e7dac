import { lazily } from "../../caches/index.ts";
import { LANGUAGES, type Language } from "../languages.ts";
import { lexicon, lineOf } from "../lexicon/lexicon.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import { isPlace } from "../polarity/lists.ts";
import { plainOf, type Token } from "../words.ts";

/** What languages are called in each language: the same as a people's adjective where that has no ending. */
const names = lazily(() => {
  const known = [...lexicon().lines.values()].flatMap(({ kind, id }) => (kind === "language" ? [id] : []));
  return new Map(
    LANGUAGES.map((written) => {
      const display = new Intl.DisplayNames(written, { type: "language", fallback: "none" });
      const called = known.map((id) => [plainOf((display.of(id) ?? "").toLowerCase()), id] as const);
      return [written, new Map(called.filter(([name]) => name.length > CODE))] as const;
    }),
  );
});
const CODE = 2;

/** Where more than one language is spoken: there "French display" is in French. */
const SPOKEN: Readonly<Record<string, string>> = {
  CH: "de fr it rm",
  BE: "nl fr de",
  CA: "en fr",
  US: "en es zh vi tl ko",
  LU: "de fr lb",
  ES: "es ca eu gl",
  IN: "hi ta te mr bn pa gu ml kn en ur",
  FI: "fi sv",
  IE: "en ga",
  GB: "cy pl ur pa",
  MA: "ar fr ber",
  IL: "he ar ru",
  ZA: "en af",
  AE: "ar en hi ur",
  LV: "lv ru",
  EE: "et ru",
  UA: "uk ru",
};

const JOINT = /^(?:\s?[,/+&]\s?|,?\s(?:and|or|und|oder|sowie|et|ou|y|e|o|en|of|i|oraz|lub|albo|و|أو|&|\+)\s)$/u;
const STROKE = /^\s?\/\s?$/u;
const LONGEST_JOINT = 8;
/** "Only in German", "pas d'anglais": what may stand between. */
const LITTLE: ReadonlySet<string> = new Set(["in", "d", "de", "en", "auf", "em", "na", "po"]);

/** They write languages with a small letter. */
const SMALL: ReadonlySet<string> = new Set(["fr", "es", "it", "pt", "pl"]);

interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
}

/** Names of languages, one behind the other, and what is known to be one among them. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly named: readonly Mention[];
  readonly hasLanguage: boolean;
  readonly hasStrokes: boolean;
}

/** "Spanish and English podcasts", "German only", "kein Englisch", "français/néerlandais": languages, and no countries. */
export function withNamedLanguages(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  const page = { text, tokens, mentions };
  const named = runsIn(page).flatMap((run) => (isMeant(run, page) ? run.named : []));
  const content =
    named.length === 0
      ? mentions.content
      : [...mentions.content.filter(({ from }) => !named.some((one) => one.from === from)), ...named];
  const media = mediaWithin({ ...page, mentions: { ...mentions, content } });
  if (named.length + media.length === 0) return mentions;
  return { ...mentions, content: [...content, ...media].sort((a, b) => a.start - b.start) };
}

function runsIn(page: Page): Run[] {
  const { text, tokens, mentions } = page;
  const runs: Run[] = [];
  const known = new Map(mentions.content.filter((one) => has(one, "language")).map((one) => [one.from, one]));
  let at = 0;
  while (at < tokens.length) {
    const first = known.get(at) ?? nameAt(at, page);
    if (!first) {
      at++;
      continue;
    }
    const items = [first];
    for (let next = itemBehind(first, page, known); next; next = itemBehind(next, page, known)) items.push(next);
    const last = items.at(-1) ?? first;
    const gaps = items.slice(1).map((one, place) => text.slice(items[place]?.end, one.start));
    const named = items.filter((one) => known.get(one.from) !== one);
    if (named.length > 0)
      runs.push({
        from: first.from,
        to: last.to,
        named,
        hasLanguage: named.length < items.length,
        hasStrokes: gaps.length > 0 && gaps.every((gap) => STROKE.test(gap)),
      });
    at = last.to;
  }
  return runs;
}

function itemBehind({ to, end }: Mention, page: Page, known: ReadonlyMap<number, Mention>): Mention | undefined {
  for (const at of [to, to + 1]) {
    const next = known.get(at) ?? known.get(at - 1) ?? nameAt(at, page);
    const isNext = next && next.start >= end && next.start - end <= LONGEST_JOINT;
    if (isNext && JOINT.test(page.text.slice(end, next.start))) return next;
  }
  return undefined;
}

function nameAt(at: number, { tokens, mentions }: Page): Mention | undefined {
  const token = tokens[at];
  if (token?.kind !== "word") return undefined;
  const [language = "en", ...others] = mentions.languages;
  // "Pas de Danois": with a capital it is the people there.
  if (token.isCapital && at > 0 && SMALL.has(language)) return undefined;
  // "No Danes" is not about Danish, which Spanish calls `danés`.
  const isPeople = mentions.scope.some((one) => one.from === at && has(one, "scope", "nationals"));
  const id = [language, ...(isPeople ? [] : others)]
    .map((one) => idIn(one, token.plain))
    .find((one) => one !== undefined);
  if (id === undefined) return undefined;
  // "Corse" is a language as well as an island.
  const isOther = (one: Mention) =>
    one.to - one.from > 1 || one.senses.some(({ kind, isHint }) => kind === "city" && !isHint);
  if (mentions.content.some((one) => one.from <= at && at < one.to && isOther(one))) return undefined;
  const senses = [{ kind: "language", id, isHint: false } as const];
  return { start: token.start, end: token.end, from: at, to: at + 1, senses, certainty: CERTAINTY.word };
}

function idIn(language: Language, plain: string): string | undefined {
  const called = names().get(language);
  return called?.get(plain) ?? (language === "pl" ? called?.get(plain.replace(/ego$/u, "")) : undefined);
}

function isMeant(run: Run, page: Page): boolean {
  const { mentions } = page;
  if (run.hasLanguage) return true;
  const isOfPeople = mentions.scope.some((one) => one.from === run.to && has(one, "scope", "people"));
  if (run.hasStrokes) return !isOfPeople;
  return isSingledOut(run, page) || isOfMedia(run, page);
}

function isEnd(token: Token | undefined): boolean {
  return token === undefined || token.kind === "break";
}

/** "Italian only", "nur Deutsch", "no French". */
function isSingledOut({ from, to }: Run, { tokens, mentions: { scope } }: Page): boolean {
  const first = LITTLE.has(tokens[from - 1]?.plain ?? "") ? from - 1 : from;
  const isOnly = (one: Mention) => has(one, "scope", "exclusive") && !has(one, "scope", "negator");
  const isBehind = scope.some((one) => one.from === to && isOnly(one) && isEnd(tokens[one.to]));
  if (isBehind) return isEnd(tokens[first - 1]);
  if (!isEnd(tokens[to])) return false;
  return scope.some(
    (one) =>
      (one.to === first || one.to === from) &&
      ((isOnly(one) && isEnd(tokens[one.from - 1])) || has(one, "scope", "negator")),
  );
}

/** "French and German display, Switzerland": beside a medium, in a country where they are spoken. */
function isOfMedia({ from, to, named }: Run, { mentions: { content } }: Page): boolean {
  const isMedium = (one: Mention) => one.senses.some(({ kind, isHint }) => kind === "channel" && !isHint);
  if (!content.some((one) => isMedium(one) && (one.from === to || one.to === from))) return false;
  const countries = content
    .filter((one) => isPlace(one) && (one.to <= from || one.from >= to))
    .flatMap(({ senses }) =>
      senses.flatMap(({ kind, id, isHint }) => (isHint ? [] : (lineOf(kind, id)?.values ?? []))),
    );
  return named.every(({ senses: [sense] }) =>
    countries.some((country) => SPOKEN[country]?.split(" ").includes(sense?.id ?? "")),
  );
}

/** "English podcasts", as a whole a language, are podcasts as well. */
function mediaWithin({ tokens, mentions: { languages, content } }: Page): Mention[] {
  return content.flatMap((one) => {
    if (!has(one, "language") || one.to - one.from !== 2) return [];
    return [one.from, one.to - 1].flatMap((at) => {
      const token = tokens[at];
      if (!token || content.some((other) => other !== one && other.from <= at && at < other.to)) return [];
      const senses = languages
        .map((language) => lexicon().vocabularyOf(language).senses.get(token.plain) ?? [])
        .find((some) => some.some(({ kind }) => kind === "channel"));
      const media = senses?.filter(({ kind, isHint }) => kind === "channel" && !isHint) ?? [];
      if (media.length === 0) return [];
      return [{ start: token.start, end: token.end, from: at, to: at + 1, senses: media, certainty: one.certainty }];
    });
  });
}

import type { Language } from "../languages.ts";
import type { Sense } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { clauseOf, isIn } from "../polarity/clause.ts";
import type { Stance } from "../stance.ts";
import type { Token } from "../words.ts";

/** Too little for a demand: what people at work read on the subject stays. */
const OF_PEOPLE = 0.5;

interface Page {
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
}

/** "Not those who bake at home", "no tourists", "not the skippers themselves" refuse people, and not all that is about what they do. */
export function peopleShare({ kind, id }: Sense, mention: Mention, stance: Stance | undefined, page: Page): number {
  if (kind !== "topic" || !stance?.negated) return 1;
  // A calling's trade is what is for its people.
  if (id.endsWith("-trade")) return isDoneByPeople(mention, page) ? OF_PEOPLE : 1;
  const isOfPeople =
    isPeople(mention, page) || isDoneByPeople(mention, page) || isDoneBehind(mention, page) || isWorker(mention, page);
  return isOfPeople ? OF_PEOPLE : 1;
}

/** The word names people: "tourists", "skippers" beside "themselves". */
function isPeople(mention: Mention, { tokens, mentions: { scope } }: Page): boolean {
  if (has(mention, "audience")) return true;
  const clause = clauseOf(mention, tokens);
  return scope.some(
    (one) =>
      (has(one, "scope", "people") && one.start === mention.start && one.end === mention.end) ||
      (has(one, "scope", "in-person") && isIn(clause, one) && Math.abs(one.from - mention.to) <= IN_PERSON),
  );
}

/** "Drivers and skippers themselves": in tokens. */
const IN_PERSON = 3;

/** "Who" stands before it in its clause, and people, or "those", before "who". */
function isDoneByPeople(mention: Mention, { tokens, mentions: { scope, content } }: Page): boolean {
  const clause = clauseOf(mention, tokens);
  const isWhose = (one: Mention) => has(one, "scope", "people") || has(one, "audience");
  const isBehindPeople = ({ from }: Mention) => {
    const at = tokens[from - 1]?.text === "," ? from - 1 : from;
    return (
      THOSE.has(tokens[at - 1]?.plain ?? "") || [...scope, ...content].some((one) => one.to === at && isWhose(one))
    );
  };
  if (tokens.find(({ start }) => start >= clause.start)?.text === "من") return true;
  return scope.some(
    (one) =>
      one.to <= mention.from &&
      isIn(clause, one) &&
      (has(one, "scope", "those-who") || (has(one, "scope", "relative") && isBehindPeople(one))),
  );
}

const THOSE: ReadonlySet<string> = new Set(
  "those ceux celles diejenigen denjenigen jene degenen ci tych tym quelli quelle aquellos aquellas aqueles".split(" "),
);

/** 「家でパンを焼く人」: in Japanese people stand behind what they do. */
function isDoneBehind({ from, end }: Mention, { tokens, mentions: { scope } }: Page): boolean {
  const run = tokens[from];
  if (run?.kind !== "japanese") return false;
  return scope.some(
    (one) =>
      one.from === from &&
      has(one, "scope", "people") &&
      one.start >= end &&
      one.start - end <= DOING &&
      !/[はが]/u.test(run.text.slice(end - run.start, one.start - run.start)),
  );
}

/** In characters. */
const DOING = 8;

/** "Ovens for bakeries; home bakers we do not need": beside a trade, whoever does its work is a sort of people. */
function isWorker({ to, senses }: Mention, { tokens, mentions: { content, languages } }: Page): boolean {
  const word = tokens[to - 1]?.text ?? "";
  const [language = "en"] = languages;
  if (!WORKERS[language]?.test(word)) return false;
  const isTrade = (one: Mention) => one.senses.some(({ kind, id }) => kind === "topic" && id.endsWith("-trade"));
  return content.some((one) => one.to !== to && isTrade(one)) && senses.every(({ kind }) => kind === "topic");
}

const WORKERS: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /(?:ers|ors|ists)$/u,
  de: /(?:isten|innen|leute)$/u,
  fr: /(?:eurs|euses|istes)$/u,
  es: /(?:istas|dores|doras)$/u,
  it: /(?:isti|tori|trici)$/u,
  pt: /(?:istas|dores|doras)$/u,
  nl: /(?:ers|aars|isten)$/u,
  pl: /(?:arze|arzy|arzom|acze|aczy|iści|istów)$/u,
};

/** "No titles for doctors": of a calling its trade is refused, and not what it is about. */
export function isOfCalling({ kind, id }: Sense, { senses }: Mention): boolean {
  const isTrade = (name: string) => name.endsWith("-trade");
  return kind === "topic" && !isTrade(id) && senses.some((one) => one.kind === "topic" && isTrade(one.id));
}

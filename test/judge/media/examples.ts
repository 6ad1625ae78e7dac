import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findMentions } from "../../../src/ground/brief/find-mentions.ts";
import { LANGUAGES } from "../../../src/ground/brief/languages.ts";
import { lineOf } from "../../../src/ground/brief/lexicon/lexicon.ts";
import { parseLexicon } from "../../../src/ground/brief/lexicon/lexicon-file.ts";
import { clausesOf, type Unit, unitsOf } from "../../../src/ground/brief/recognition/clause-features.ts";
import { tokensOf } from "../../../src/ground/brief/words.ts";
import { CHANNELS } from "../../../src/ground/channels/channel.ts";
import type { Case } from "../constraints/probe.ts";
import { ANY, openedCases, taughtCases } from "../stances/cases.ts";

/** A phrase or a clause, and the media that it names, each by its place in `CHANNELS`. */
export interface Example {
  readonly features: Uint32Array;
  readonly named: readonly number[];
  /** Of these nobody said whether they are named. */
  readonly unsaid: readonly number[];
}

export interface Phrase {
  readonly language: string;
  readonly text: string;
  /** None, where the phrase only looks as if it named one. */
  readonly named: readonly number[];
}

const PLACES: ReadonlyMap<string, number> = new Map(CHANNELS.map((name, place) => [name, place]));

/** What hands that saw neither code nor lexicon wrote: ways of naming a medium, what looks like them, and what else briefs say. */
export function phrases(): Phrase[] {
  const named = linesIn("phrases").map(({ language, line }) => {
    const [names = "", text = ""] = line.split("|").map((part) => part.trim());
    return { language, text, named: names.startsWith("-") ? [] : placesOf(names.split(",")) };
  });
  return [...named, ...linesIn("beside").map(({ language, line }) => ({ language, text: line, named: [] }))];
}

function linesIn(name: string) {
  const folder = join(import.meta.dirname, name);
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => {
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      return lines
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map((line) => ({ language: file.slice(0, 2), line }));
    });
}

export function exampleOf({ text, named }: Phrase): Example {
  const tokens = tokensOf(text).filter(({ kind }) => kind !== "break");
  return { features: featuresIn(unitsOf(tokens, 0, tokens.length)), named, unsaid: [] };
}

const LEXICON = join(import.meta.dirname, "../../../src/ground/brief/lexicon");
/** A word for more media than these, such as "video", tells of none of them. */
const MOST_MEDIA = 3;

/** What the lexicon calls media. */
export function lexiconExamples(): Example[] {
  const lines = readdirSync(LEXICON, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .toSorted()
    .flatMap((file) => parseLexicon(readFileSync(join(LEXICON, file), "utf8")))
    .filter(({ kind }) => kind === "channel");
  return lines.flatMap((line) => {
    const named = placesOf(lineOf("channel", line.id)?.values ?? []);
    if (named.length === 0 || named.length > MOST_MEDIA) return [];
    const texts = LANGUAGES.flatMap((language) => line.wordsIn(language)).filter(({ isHint }) => !isHint);
    return texts.map(({ text }) => exampleOf({ language: "", text, named }));
  });
}

/** The clauses of all briefs that may be learnt from. A medium is named in the clause in which the lexicon finds it. */
export function briefExamples(): Example[] {
  return [...taughtCases(), ...openedCases()].flatMap(clausesIn);
}

function clausesIn({ text, expected }: Case): Example[] {
  const said = expected.filter(({ kind }) => kind === "ch" || kind === "-ch");
  if (said.some(({ values }) => values.includes(ANY))) return [];
  const isOpen = said.some((one) => one.isOpen);
  const asked = placesOf(said.flatMap(({ values }) => values.flatMap((value) => value.split("/"))));
  const tokens = tokensOf(text);
  const found = findMentions(tokens, true).content.map(({ start, end, senses }) => {
    const media = senses
      .filter(({ kind }) => kind === "channel")
      .flatMap(({ kind, id }) => lineOf(kind, id)?.values ?? []);
    return { start, end, media: placesOf(media) };
  });
  return clausesOf(tokens).map((units) => {
    const [start, end] = [units[0]?.start ?? 0, units.at(-1)?.end ?? 0];
    const here = new Set(found.filter((one) => one.start >= start && one.end <= end).flatMap(({ media }) => media));
    const named = asked.filter((medium) => here.has(medium));
    const among = isOpen ? CHANNELS.map((_, medium) => medium) : asked;
    return { features: featuresIn(units), named, unsaid: among.filter((medium) => !named.includes(medium)) };
  });
}

function placesOf(names: readonly string[]): number[] {
  return [...new Set(names.flatMap((name) => PLACES.get(name.trim()) ?? []))];
}

function featuresIn(units: readonly Unit[]): Uint32Array {
  return Uint32Array.from(units.flatMap(({ features }) => features.flat()));
}

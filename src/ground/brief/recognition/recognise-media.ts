import { CHANNELS } from "../../channels/channel.ts";
import { lineOf } from "../lexicon/lexicon.ts";
import type { LexiconKind } from "../lexicon/lexicon-file.ts";
import type { Sense } from "../lexicon/sense.ts";
import { CERTAINTY, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { clausesOf, type Unit } from "./clause-features.ts";
import { isGameItself } from "./games-themselves.ts";
import { type MediaWeights, mediaWeights } from "./media-weights.ts";

/** How likely a clause as a whole, and the words of it that say most, have to make it that they name a medium. */
const LIKELY = 0.85;

/**
 * "The minutes before the lights go down": a medium may be named in words that the lexicon has no phrase for. By what has been learnt from
 * people's ways of naming media, the words of a clause tell which one is meant; how it is meant is decided as for any other mention.
 */
export function withRecognisedMedia(tokens: readonly Token[], mentions: Mentions): Mentions {
  const named = new Set(mentions.content.flatMap(({ senses }) => senses.flatMap(mediaOf)));
  const taken = charactersOf([
    ...mentions.content.filter(({ senses }) => senses.some(({ kind }) => TAKEN.has(kind))),
    ...mentions.scope.filter(({ senses }) => senses.some(({ id }) => TURNS.has(id))),
  ]);
  const found = clausesOf(tokens)
    .flatMap((units) => mediaIn(units, named, taken, mediaWeights()))
    .filter((one) => !isGameItself(one, tokens, mentions.content));
  if (found.length === 0) return mentions;
  return { ...mentions, content: [...mentions.content, ...found].sort((a, b) => a.start - b.start) };
}

function mediaOf({ kind, id }: Sense): readonly string[] {
  return kind === "channel" ? (lineOf(kind, id)?.values ?? []) : [];
}

/** What is known to be one of these is not part of another medium's description. */
const TAKEN: ReadonlySet<LexiconKind> = new Set(["channel", "country", "region", "city", "format", "property"]);
/** Nor is what says how it is meant: "no", "only", "rather than". */
const TURNS: ReadonlySet<string> = new Set(
  "saying negator postnegator never without drops rejection dismissal exclusive other-than than contrast hedge affirmer postaffirmer".split(
    " ",
  ),
);

/** For each character of the text whether it is part of one of these. */
function charactersOf(mentions: readonly Mention[]): Uint8Array {
  const marked = new Uint8Array(Math.max(0, ...mentions.map(({ end }) => end)));
  for (const { start, end } of mentions) marked.fill(1, start, end);
  return marked;
}

function isIn(marked: Uint8Array, { start, end }: Unit): boolean {
  return marked.subarray(start, end).includes(1);
}

function mediaIn(
  units: readonly Unit[],
  named: ReadonlySet<string>,
  taken: Uint8Array,
  weights: MediaWeights,
): Mention[] {
  const whole = sumOf(
    units.flatMap(({ features }) => features.flat()),
    weights,
  );
  const likely = CHANNELS.flatMap((name, medium) => {
    const isLikely = !named.has(name) && chanceOf(leastOf(medium, weights) + (whole[medium] ?? 0)) >= LIKELY;
    return isLikely ? [{ name, medium }] : [];
  });
  if (likely.length === 0) return [];
  const evidence = units.map(({ features }) => features.map((some) => sumOf(some, weights)));
  const isTaken = units.map((unit) => isIn(taken, unit));
  return likely.flatMap(({ name, medium }) => {
    const { from, to, score } = mostTelling({ units, evidence, isTaken }, medium, leastOf(medium, weights));
    const [first, last] = [units[from], units[to]];
    if (!first || !last || chanceOf(score) < LIKELY) return [];
    const senses = [{ kind: "channel" as const, id: CALLED[name] ?? name, isHint: false }];
    const place = { start: first.start, end: last.end, from: first.token, to: last.token + 1 };
    return [{ ...place, senses, certainty: CERTAINTY.recognised }];
  });
}

interface Clause {
  readonly units: readonly Unit[];
  /** What each unit tells for each medium, by how many units before it are counted in. */
  readonly evidence: readonly (readonly Float64Array[])[];
  readonly isTaken: readonly boolean[];
}

/** In units. */
const LONGEST = { words: 6, characters: 12 } as const;

/** The first and the last of the units that tell most for a medium. */
function mostTelling({ units, evidence, isTaken }: Clause, medium: number, least: number) {
  let best = { from: 0, to: 0, score: Number.NEGATIVE_INFINITY };
  units.forEach((unit, from) => {
    const longest = unit.end - unit.start === 1 ? LONGEST.characters : LONGEST.words;
    let score = least;
    for (let to = from; to < from + longest && isTaken[to] === false; to++) {
      for (const some of (evidence[to] ?? []).slice(0, to - from + 1)) score += some[medium] ?? 0;
      if (score > best.score) best = { from, to, score };
    }
  });
  return best;
}

function leastOf(medium: number, { least }: MediaWeights): number {
  return least[medium] ?? 0;
}

/** Media that the lexicon calls otherwise. */
const CALLED: Readonly<Record<string, string>> = { gaming: "gaming-ads" };

function sumOf(features: readonly number[], weights: MediaWeights): Float64Array {
  const sums = new Float64Array(CHANNELS.length);
  for (const feature of features) weights.add(feature, sums);
  return sums;
}

function chanceOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

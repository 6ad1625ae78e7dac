import type { Language } from "../languages.ts";
import type { Mention } from "../mention.ts";
import { type Chances, type Meant, softmax } from "./chances.ts";
import { LEARNED } from "./learned-verdicts.ts";
import type { Subject } from "./scene.ts";

/** A mention, with what the rules make of it and what the classifier does. */
export interface Weighed {
  readonly mention: Mention;
  readonly subject: Subject;
  /** By the rules. */
  readonly ruled: Meant;
  /** By the function words around it alone: "plain", "negated", "exclusive hedged". */
  readonly stance: string;
  /** 0 to 1: how certain the rules are that it is wanted. */
  readonly certainty: number;
  /** By the classifier. */
  readonly chances: Chances;
}

/** What speaks for a verdict, by name. */
export type Evidence = readonly (readonly [name: string, value: number])[];

/** What is told by both, and by the mentions of the same kind beside it. */
export function evidenceOf(one: Weighed, alike: readonly Weighed[], language: Language): Evidence {
  const { subject, ruled, stance, certainty, chances } = one;
  const key = `${subject} ruled ${ruled}`;
  return [
    [key, 1],
    [`${key}, ${stance}`, 1],
    [`${key}, certain to ${Math.round(certainty * 10)} tenths`, 1],
    [`${language} ruled ${ruled}`, 1],
    ...logs(`${subject} chance`, chances),
    ...logs(`${key} chance`, chances),
    ...besideOf(one, alike),
    ...againOf(one, alike),
  ];
}

/** Lists are mostly meant alike. */
function besideOf({ subject, ruled, mention }: Weighed, alike: readonly Weighed[]): Evidence {
  if (alike.length === 0) return [[`${subject} alone, ruled ${ruled}`, 1]];
  const distance = (other: Weighed) => Math.abs(other.mention.start - mention.start);
  const nearest = alike.reduce((best, other) => (distance(other) < distance(best) ? other : best));
  const mean = (meant: Meant) => alike.reduce((sum, { chances }) => sum + chances[meant], 0) / alike.length;
  return [
    [`${subject} mean demanded`, mean("demanded")],
    [`${subject} mean refused`, mean("refused")],
    [`${subject} nearest demanded`, nearest.chances.demanded],
    [`${subject} nearest refused`, nearest.chances.refused],
    [`${subject} ruled ${ruled}, nearest ${nearest.ruled}`, 1],
    [`${subject} ruled ${ruled}, ${alike.some(({ chances }) => chances.demanded > 0.5) ? "some" : "none"} demanded`, 1],
  ];
}

/** What is named twice is meant alike: "television in Germany. Nothing but television". */
function againOf({ subject, ruled, mention }: Weighed, alike: readonly Weighed[]): Evidence {
  const ids = new Set(mention.senses.map(({ id }) => id));
  const same = alike.filter((other) => other.mention.senses.some(({ id }) => ids.has(id)));
  if (same.length === 0) return [];
  const most = (meant: Meant) => Math.max(...same.map(({ chances }) => chances[meant]));
  return [
    [`${subject} again demanded`, most("demanded")],
    [`${subject} again refused`, most("refused")],
    ...same.map((other): Evidence[number] => [`${subject} ruled ${ruled}, again ${other.ruled}`, 1]),
  ];
}

const LEAST = 1e-4;

function logs(key: string, { demanded, refused, told }: Chances): Evidence {
  const log = (chance: number) => Math.log(Math.max(LEAST, chance));
  return [
    [`${key} demanded`, log(demanded)],
    [`${key} refused`, log(refused)],
    [`${key} told`, log(told)],
  ];
}

/** A second logistic regression: how far the rules and the classifier can be trusted where they disagree. */
export function verdictOf(evidence: Evidence, learned: Learned = LEARNED): Chances {
  let [demanded, refused] = [0, 0];
  for (const [name, value] of evidence) {
    const weights = learned[name];
    if (!weights) continue;
    demanded += weights[0] * value;
    refused += weights[1] * value;
  }
  return softmax(demanded, refused);
}

/** By the name of a piece of evidence, what it tells for `demanded` and for `refused`, each against `told`. */
export type Learned = Readonly<Record<string, readonly [demanded: number, refused: number]>>;

import { type Chances, MEANT, type Meant } from "../../../src/ground/brief/classifier/chances.ts";
import { sceneOf, sensesOf } from "../../../src/ground/brief/classifier/scene.ts";
import { weighedIn } from "../../../src/ground/brief/classifier/settle.ts";
import type { Weighed } from "../../../src/ground/brief/classifier/verdicts.ts";
import type { Language } from "../../../src/ground/brief/languages.ts";
import { lineOf } from "../../../src/ground/brief/lexicon/lexicon.ts";
import type { Mention } from "../../../src/ground/brief/mention.ts";
import { readByRules } from "../../../src/ground/brief/read-brief.ts";
import type { Case } from "../constraints/probe.ts";
import { ANY } from "./cases.ts";

/** A mention, and how a reader understands it. */
export interface Example {
  readonly weighed: Weighed;
  readonly features: Uint32Array;
  /** Undefined where what is said of the brief does not decide. */
  readonly meant: Meant | undefined;
}

/** What can be learnt from a brief. */
export interface Lesson {
  readonly language: Language;
  readonly text: string;
  readonly examples: readonly Example[];
}

const UNKNOWN: Chances = { demanded: 1 / MEANT.length, refused: 1 / MEANT.length, told: 1 / MEANT.length };

export function lessonOf(one: Case): Lesson {
  const ruled = readByRules(one.text, (_, mentions) => mentions);
  const scene = sceneOf(ruled.text, ruled.tokens, ruled.mentions);
  const features: Uint32Array[] = [];
  const all = weighedIn(ruled, scene, (found) => {
    features.push(Uint32Array.from(found));
    return UNKNOWN;
  });
  const examples = all.map((weighed, index) => ({
    weighed,
    features: features[index] ?? new Uint32Array(),
    meant: meantBy(one, weighed, all),
  }));
  const refused = one.expected.filter(({ kind }) => kind === "no").flatMap(({ values }) => values);
  const isNamed = refused.every((value) => all.some(({ mention }) => isCalled(value, mention)));
  const isTold = isNamed && refused.length > 0;
  const sure = examples.map((example) => withoutGuess(example, isNamed, isTold));
  return { language: scene.language, text: one.text, examples: sure };
}

function isCalled(value: string, { senses }: Mention): boolean {
  return senses.some(({ id }) => value.split("/").includes(id));
}

/**
 * Who says what a brief refuses names the subjects to stay away from, and not always the people who are not meant: where nothing is named, what
 * the rules find refused may well be. And what is refused by a name that no mention has may be any that they do not find.
 */
function withoutGuess(example: Example, isNamed: boolean, isTold: boolean): Example {
  const { weighed, meant } = example;
  if (weighed.subject !== "topic" || meant === "refused" || isTold) return example;
  if (weighed.ruled !== "refused") return isNamed ? example : { ...example, meant: undefined };
  return { ...example, meant: isNamed ? undefined : "refused" };
}

const EXPECTED = { channel: ["ch", "-ch"], place: ["in", "-in"], topic: ["want", "no"] } as const;

/** What a reader said of the values that the mention has. */
function meantBy({ expected }: Case, weighed: Weighed, all: readonly Weighed[]): Meant | undefined {
  const { subject } = weighed;
  const [wanted, refused] = EXPECTED[subject];
  const values = valuesOf(weighed);
  if (values.length === 0) return undefined;
  const named = (kind: string) =>
    expected.filter((one) => one.kind === kind).flatMap((one) => one.values.flatMap((value) => value.split("/")));
  if (subject === "topic")
    return named(refused).some((value) => value !== ANY && values.includes(value)) ? "refused" : "told";
  // "If television, then connected television": the narrower word says what is wanted.
  const isSaidOtherwise = (value: string) =>
    all.some(
      (other) => other.subject === subject && valuesOf(other).length < values.length && valuesOf(other).includes(value),
    );
  const isIn = (kind: string) => {
    const those = named(kind);
    if (those.includes(ANY)) return true;
    const met = values.filter((value) => those.includes(value));
    return met.length > 0 && (met.length === values.length || !met.every(isSaidOtherwise));
  };
  if (isIn(wanted)) return isIn(refused) ? undefined : "demanded";
  if (isIn(refused)) return "refused";
  return expected.some(({ kind, isOpen }) => isOpen && (kind === wanted || kind === refused)) ? undefined : "told";
}

/** A topic's name, a channel's or a place's values. */
function valuesOf({ mention, subject }: Weighed): readonly string[] {
  return sensesOf(mention, subject).flatMap(({ kind, id }) =>
    subject === "topic" ? [id] : (lineOf(kind, id)?.values ?? []),
  );
}

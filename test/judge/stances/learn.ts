import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chancesOf, likeliest, type Meant } from "../../../src/ground/brief/classifier/chances.ts";
import { neighboursOf } from "../../../src/ground/brief/classifier/scene.ts";
import { evidenceOf, type Learned, verdictOf } from "../../../src/ground/brief/classifier/verdicts.ts";
import { bytesOf, type Weights, weightsIn } from "../../../src/ground/brief/classifier/weights.ts";
import { FNV_OFFSET, fnv1a } from "../../../src/ground/hashing/fnv.ts";
import { openedCases, taughtCases } from "./cases.ts";
import { type Example, type Lesson, lessonOf } from "./lesson.ts";
import { type Heard, learnFeatures, learnVerdicts, type Seen } from "./regressions.ts";

/**
 * Learns how mentions of channels, places and topics are meant, from briefs of which a reader has said what they demand and refuse. Run it
 * after a change of the lexicon, the rules, the features, or the briefs.
 *
 * It learns twice: what the words around a mention tell, from all briefs; and how far that and the rules are to be trusted, from those alone
 * that no rule was written after, and by what is learnt without them.
 */
const FOLDS = 5;
/** What rules were written after has been read most carefully, and is to stay as it is: it is learnt as often. */
const HEEDED = 3;
const FOLDER = join(import.meta.dirname, "../../../src/ground/brief/classifier");

const opened = openedCases().map(lessonOf);
const taught = taughtCases().map(lessonOf);
const heeded = Array.from({ length: HEEDED }, () => opened).flat();

writeFileSync(join(FOLDER, "weights.bin"), learnt([...heeded, ...taught]));

const unseen = Array.from({ length: FOLDS }, (_, fold) => {
  const isIn = (lesson: Lesson) => foldOf(lesson.text) === fold;
  const others = weightsIn(learnt([...heeded, ...taught.filter((lesson) => !isIn(lesson))]));
  return taught.filter(isIn).map((lesson) => withChances(lesson, others));
}).flat();
const learned = learnVerdicts(unseen.flatMap(heardIn));
writeFileSync(join(FOLDER, "learned-verdicts.ts"), sourceOf(learned));

const [byRules, byBoth] = [
  ({ weighed }: Example) => weighed.ruled,
  (one: Example, lesson: Lesson) => read(one, lesson),
];
process.stdout.write(
  `${opened.length + taught.length} briefs. Of the mentions in the ${taught.length} that no rule was written after, the rules read ${rightBy(byRules)} as they are meant, rules and classifier ${rightBy(byBoth)}.\n`,
);

function learnt(lessons: readonly Lesson[]): Uint8Array {
  const seen = lessons.flatMap(({ examples }) =>
    examples.flatMap(({ features, meant }): Seen[] => (meant ? [{ features, meant }] : [])),
  );
  return bytesOf(learnFeatures(seen));
}

/** The same whatever briefs are added. */
function foldOf(text: string): number {
  return (fnv1a(text, FNV_OFFSET) >>> 0) % FOLDS;
}

function withChances(lesson: Lesson, weights: Weights): Lesson {
  const examples = lesson.examples.map((one) => ({
    ...one,
    weighed: { ...one.weighed, chances: chancesOf(one.features, weights) },
  }));
  return { ...lesson, examples };
}

function evidenceIn({ weighed }: Example, { examples, language }: Lesson) {
  const among = examples.map((other) => other.weighed).filter(({ subject }) => subject === weighed.subject);
  return evidenceOf(weighed, neighboursOf(among.indexOf(weighed), among), language);
}

function heardIn(lesson: Lesson): Heard[] {
  return lesson.examples.flatMap((one) => (one.meant ? [{ evidence: evidenceIn(one, lesson), meant: one.meant }] : []));
}

function read(one: Example, lesson: Lesson): Meant {
  return likeliest(verdictOf(evidenceIn(one, lesson), learned));
}

function rightBy(read: (one: Example, lesson: Lesson) => Meant): string {
  const decided = unseen.flatMap((lesson) =>
    lesson.examples.filter(({ meant }) => meant).map((one) => ({ one, lesson })),
  );
  const right = decided.filter(({ one, lesson }) => read(one, lesson) === one.meant);
  return `${((100 * right.length) / decided.length).toFixed(1)} %`;
}

function sourceOf(learned: Learned): string {
  const lines = Object.entries(learned)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weights]) => `  ${JSON.stringify(name)}: [${weights.join(", ")}],`);
  return `/** Written by \`test/judge/stances/learn.ts\`. */
export const LEARNED: Readonly<Record<string, readonly [demanded: number, refused: number]>> = {
${lines.join("\n")}
};
`;
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOM } from "../../../src/ground/brief/recognition/clause-features.ts";
import { mediaBytesOf, mediaWeightsIn, UNIT } from "../../../src/ground/brief/recognition/media-weights.ts";
import { CHANNELS } from "../../../src/ground/channels/channel.ts";
import { FNV_OFFSET, fnv1a } from "../../../src/ground/hashing/fnv.ts";
import { shuffled } from "../stances/regressions.ts";
import { briefExamples, type Example, exampleOf, lexiconExamples, phrases } from "./examples.ts";

/**
 * Learns by which words a medium is named: twenty logistic regressions over the same features. Run it after a change of the phrases, the briefs
 * that are learnt from, the lexicon's media, or the features.
 */
const ROUNDS = 5;
const RATE = 0.05;
/** Where the sum of a weight's squared slopes begins: the higher, the slower its first steps. */
const FIRST_SLOPE = 0.01;
/** Of a feature that is seen less often nothing is learnt. */
const LEAST_SEEN = 3;
/** So little can be told without: that is three quarters of all weights. */
const LEAST_TOLD = 0.08;
/** What is as sure as this teaches nothing more. */
const SURE = 0.001;
/** Every so many phrases are left out to see how those are read that nothing was learnt from. */
const FOLDS = 5;

const [written, fromBriefs] = [phrases(), [...lexiconExamples(), ...briefExamples()]];
const isHeld = ({ text }: { readonly text: string }) => (fnv1a(text, FNV_OFFSET) >>> 0) % FOLDS === 0;
const trial = mediaWeightsIn(learnt([...fromBriefs, ...written.filter((one) => !isHeld(one)).map(exampleOf)]));
const held = written.filter(isHeld).map(exampleOf);
process.stdout.write(
  `${written.length} phrases, ${fromBriefs.length} clauses and names. Of ${held.length} phrases that nothing was learnt from:\n`,
);
for (const least of [0.3, 0.5, 0.7]) {
  const read = held.map(({ features, named }) => {
    const sums = Float64Array.from(trial.least);
    for (const feature of features) trial.add(feature, sums);
    const likely = [...sums].flatMap((sum, medium) => (1 / (1 + Math.exp(-sum)) >= least ? [medium] : []));
    const right = likely.filter((medium) => named.includes(medium)).length;
    return { named: named.length, right, wrong: likely.length - right };
  });
  const total = (of: "named" | "right" | "wrong") => read.reduce((sum, one) => sum + one[of], 0);
  process.stdout.write(
    `from a chance of ${least} on, ${total("right")} of ${total("named")} media are recognised, and ${total("wrong")} wrongly\n`,
  );
}
const folder = join(import.meta.dirname, "../../../src/ground/brief/recognition");
writeFileSync(join(folder, "media-weights.bin"), learnt([...fromBriefs, ...written.map(exampleOf)]));

/** By Adagrad, which learns as much from what is seen seldom as from what is seen often. */
function learnt(examples: readonly Example[]): Uint8Array {
  const seen = new Uint32Array(ROOM);
  for (const { features } of examples) for (const feature of features) seen[feature] = (seen[feature] ?? 0) + 1;
  const kept = examples.map((one) => ({
    ...one,
    features: one.features.filter((feature) => (seen[feature] ?? 0) >= LEAST_SEEN),
  }));
  const count = CHANNELS.length;
  // Behind the last feature stands what is told before anything is said.
  const weights = new Float32Array((ROOM + 1) * count);
  const squares = new Float32Array((ROOM + 1) * count).fill(FIRST_SLOPE);
  for (let round = 0; round < ROUNDS; round++)
    for (const place of shuffled(kept.length, round)) {
      const { features, named, unsaid } = kept[place] ?? { features: new Uint32Array(), named: [], unsaid: [] };
      const sums = Float64Array.from(weights.subarray(ROOM * count));
      for (const feature of features)
        for (let medium = 0; medium < count; medium++)
          sums[medium] = (sums[medium] ?? 0) + (weights[feature * count + medium] ?? 0);
      for (let medium = 0; medium < count; medium++) {
        const slope = 1 / (1 + Math.exp(-(sums[medium] ?? 0))) - (named.includes(medium) ? 1 : 0);
        if (Math.abs(slope) < SURE || unsaid.includes(medium)) continue;
        step(ROOM * count + medium, slope);
        for (const feature of features) step(feature * count + medium, slope);
      }
    }
  const rounded = Int8Array.from(weights, (weight) =>
    Math.abs(weight) < LEAST_TOLD ? 0 : Math.max(-127, Math.min(127, Math.round(weight * UNIT))),
  );
  return mediaBytesOf(rounded.subarray(0, ROOM * count), rounded.subarray(ROOM * count));

  function step(index: number, slope: number): void {
    const square = (squares[index] ?? 0) + slope * slope;
    squares[index] = square;
    weights[index] = (weights[index] ?? 0) - (RATE * slope) / Math.sqrt(square);
  }
}

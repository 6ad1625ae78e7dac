import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of more than ten seconds, by how long they take. At the end of a run no core waits for the other. */
const LONGEST = [
  "test/attack/fuzz.test.ts",
  "test/attack/texts.test.ts",
  "test/journeys/seller-analytics.test.ts",
  "test/crash/background.test.ts",
  "test/storyboards/storyboards.test.ts",
  "test/storyboards/webhooks.test.ts",
  "test/attack/patterns.test.ts",
];

/** The longest before the others, which come as Vitest has them: by how long they took last time, or else by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of more than ten seconds, by how long they take. At the end of a run no core waits for the other. */
const LONGEST = [
  "test/attack/fuzz.test.ts",
  "test/crash/crash.test.ts",
  "test/attack/texts.test.ts",
  "test/storyboards/storyboards.test.ts",
  "test/crash/background.test.ts",
  "test/crash/platforms.test.ts",
  "test/crash/joining.test.ts",
  "test/crash/modular.test.ts",
  "test/processes/database-away.test.ts",
  "test/attack/patterns.test.ts",
  "src/supply/compliance/compliance.test.ts",
  "test/crash/decision.test.ts",
  "test/pages/join.test.ts",
  "test/processes/demo.test.ts",
  "src/supply/compliance/storyboards/examine-agent.test.ts",
  "test/storyboards/webhooks.test.ts",
  "test/processes/admin.test.ts",
  "test/seller/port.test.ts",
  "test/journeys/platform.test.ts",
  "test/journeys/own-examination.test.ts",
  "test/journeys/seller-analytics.test.ts",
  "test/storyboards/as-declared.test.ts",
  "src/supply/analytics/equivalence.test.ts",
  "test/processes/full-disk.test.ts",
  "test/processes/start.test.ts",
  "test/operations/mcp.test.ts",
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

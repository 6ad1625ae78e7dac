import { BaseSequencer, type TestSpecification } from "vitest/node";

/** For each large buffer of these, V8 sweeps the whole heap. They come while it is small: behind others they take up to twice as long. */
const OF_LARGE_BUFFERS = ["test/attack/files.test.ts", "test/attack/feeds.test.ts"];

/** Files that take more than ten seconds, the slowest first, so that no core is idle at the end of a run. */
const LONGEST = [
  "test/attack/texts.test.ts",
  "test/attack/fuzz.test.ts",
  "test/storyboards/storyboards.test.ts",
  "test/crash/crash.test.ts",
  "test/crash/platforms.test.ts",
  "test/console/pages.test.ts",
  "src/supply/compliance/compliance.test.ts",
  "test/journeys/own-examination.test.ts",
  "test/console/journeys.test.ts",
  "test/journeys/platform.test.ts",
  "test/processes/start.test.ts",
  "test/crash/background.test.ts",
  "test/plans/plans.test.ts",
  "test/site/site.test.ts",
  "test/crash/joining.test.ts",
  "test/pages/join.test.ts",
  "src/supply/analytics/equivalence.test.ts",
  "test/processes/database-away.test.ts",
  "test/processes/demo.test.ts",
  "test/operations/isolation.test.ts",
  "test/processes/admin.test.ts",
  "test/backups/backups.test.ts",
  "test/operations/mcp.test.ts",
  "test/console/desks.test.ts",
  "test/storyboards/webhooks.test.ts",
  "test/operations/fuzz.test.ts",
  "test/crash/ledger.test.ts",
  "src/supply/compliance/storyboards/examine-agent.test.ts",
  "test/storyboards/as-declared.test.ts",
  "test/seller/port.test.ts",
  "test/processes/full-disk.test.ts",
  "test/crash/modular.test.ts",
  "test/crash/decision.test.ts",
  "test/console/modular-journey.test.ts",
  "test/operations/agent-tools.test.ts",
  "test/judge/typing-errors.test.ts",
  "test/archives/archives.test.ts",
  "test/cli/walk.test.ts",
  "test/judge/judge.test.ts",
  "test/processes/several-processes.test.ts",
  "test/authorization/browser.test.ts",
  "test/journeys/external-sellers.test.ts",
  "test/oauth/popup.test.ts",
  "test/crash/refresh.test.ts",
  "src/supply/providers/exchanges.test.ts",
  "src/supply/modular/trafficking/kevel/kevel.test.ts",
  "src/supply/modular/feed/reading/read-feed.test.ts",
];

const FIRST = [...OF_LARGE_BUFFERS, ...LONGEST];

/** Runs these first, and the others in Vitest's order: by how long they took last time, or otherwise by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = FIRST.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? FIRST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

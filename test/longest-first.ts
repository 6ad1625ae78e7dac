import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take more than ten seconds, the slowest first, so that no core is idle at the end of a run. */
const LONGEST = [
  "test/attack/texts.test.ts",
  "test/attack/fuzz.test.ts",
  "test/crash/crash.test.ts",
  "test/storyboards/storyboards.test.ts",
  "test/console/pages.test.ts",
  "test/crash/platforms.test.ts",
  "test/attack/patterns.test.ts",
  "test/journeys/platform.test.ts",
  "src/supply/compliance/compliance.test.ts",
  "test/crash/background.test.ts",
  "test/processes/demo.test.ts",
  "src/supply/modular/trafficking/kevel/kevel.test.ts",
  "src/supply/analytics/equivalence.test.ts",
  "test/pages/join.test.ts",
  "test/processes/start.test.ts",
  "test/console/journeys.test.ts",
  "test/journeys/own-examination.test.ts",
  "test/processes/database-away.test.ts",
  "test/operations/mcp.test.ts",
  "test/plans/plans.test.ts",
  "test/crash/joining.test.ts",
  "test/processes/admin.test.ts",
  "test/crash/decision.test.ts",
  "test/cli/walk.test.ts",
  "src/supply/compliance/storyboards/examine-agent.test.ts",
  "test/storyboards/webhooks.test.ts",
  "test/operations/isolation.test.ts",
  "test/operations/fuzz.test.ts",
  "test/attack/files.test.ts",
  "src/supply/providers/exchanges.test.ts",
  "test/site/site.test.ts",
  "test/processes/full-disk.test.ts",
  "test/processes/several-processes.test.ts",
  "test/crash/modular.test.ts",
  "test/backups/backups.test.ts",
  "test/telemetry/telemetry.test.ts",
  "test/console/desks.test.ts",
  "test/authorization/two-servers.test.ts",
  "test/seller/port.test.ts",
  "test/storyboards/fuzz.test.ts",
  "test/storyboards/as-declared.test.ts",
  "test/attack/feeds.test.ts",
  "test/authorization/browser.test.ts",
  "test/oauth/popup.test.ts",
  "test/archives/archives.test.ts",
  "test/console/modular-journey.test.ts",
  "test/crash/ledger.test.ts",
  "src/supply/providers/spotify/audiostack-to-spotify.test.ts",
  "src/supply/modular/feed/reading/read-feed.test.ts",
  "test/journeys/seller-analytics.test.ts",
];

/** Runs these first, and the others in Vitest's order: by how long they took last time, or otherwise by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

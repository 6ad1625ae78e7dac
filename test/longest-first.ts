import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of more than ten seconds, by how long they take. At the end of a run no core waits for the other. */
const LONGEST = [
  "test/attack/texts.test.ts",
  "test/crash/crash.test.ts",
  "test/attack/fuzz.test.ts",
  "test/console/pages.test.ts",
  "test/storyboards/storyboards.test.ts",
  "test/crash/platforms.test.ts",
  "test/journeys/platform.test.ts",
  "test/operations/agent-tools.test.ts",
  "test/attack/files.test.ts",
  "test/crash/background.test.ts",
  "test/processes/demo.test.ts",
  "test/processes/start.test.ts",
  "test/console/journeys.test.ts",
  "src/supply/analytics/equivalence.test.ts",
  "test/pages/join.test.ts",
  "test/processes/database-away.test.ts",
  "test/crash/decision.test.ts",
  "test/site/site.test.ts",
  "test/processes/admin.test.ts",
  "test/journeys/own-examination.test.ts",
  "test/attack/patterns.test.ts",
  "test/crash/joining.test.ts",
  "test/journeys/external-sellers.test.ts",
  "test/plans/plans.test.ts",
  "src/supply/compliance/compliance.test.ts",
  "test/storyboards/webhooks.test.ts",
  "test/seller/port.test.ts",
  "test/operations/mcp.test.ts",
  "test/operations/isolation.test.ts",
  "test/processes/full-disk.test.ts",
  "test/console/desks.test.ts",
  "test/processes/several-processes.test.ts",
  "src/demand/campaigns/lifecycle.test.ts",
  "test/cli/walk.test.ts",
  "test/backups/reconciliation.test.ts",
  "test/topology/pgbouncer.test.ts",
  "test/crash/modular.test.ts",
  "test/authorization/browser.test.ts",
  "test/storyboards/as-declared.test.ts",
  "src/supply/compliance/storyboards/examine-agent.test.ts",
  "src/supply/modular/trafficking/kevel/kevel.test.ts",
  "test/console/modular-journey.test.ts",
  "test/oauth/popup.test.ts",
  "test/crash/ledger.test.ts",
  "test/telemetry/telemetry.test.ts",
  "test/attack/feeds.test.ts",
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

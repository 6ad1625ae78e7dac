import type { Adapter } from "../contract/adapter.ts";
import { IN_MICROS, sellLevels } from "../kit/levels/sell-levels.ts";
import { pauseWhereSpent } from "../kit/rate-limit.ts";
import { redditAccounts } from "./accounts.ts";
import { redditFacts } from "./facts.ts";
import { redditLevels } from "./levels.ts";
import { redditOauth } from "./oauth.ts";
import { readReport } from "./read-report.ts";
import { showCreative } from "./show-creative.ts";
import { aimOf, redditTemplates } from "./templates.ts";

/** Reddit ads, known only from third parties. docs/providers.md lists the facts and how certain they are. */
export const reddit: Adapter = {
  describe: {
    provider: "reddit",
    displayName: "Reddit",
    sourceKind: "sales",
    apiVersion: "v3",
    sunset: null,
    authModes: ["oauth"],
    hosts: { api: "https://ads-api.reddit.com/api/v3", www: "https://www.reddit.com" },
    // Per minute: 200 writes, 400 reads and 60 reports [T], for the whole application, with a margin.
    buckets: [
      { name: "write", per: "application", burst: 10, perSecond: 3 },
      { name: "read", per: "application", burst: 20, perSecond: 6 },
      { name: "report", per: "application", burst: 5, perSecond: 0.8 },
      { name: "tokens", per: "application", burst: 5, perSecond: 1 },
    ],
    channels: ["social"],
    dayBorder: "utc",
    // Data is complete within six hours [T]; the day after next is the first that is certainly later.
    settleDays: 2,
    targeting: ["geo_countries"],
  },
  oauth: redditOauth,
  accounts: redditAccounts,
  pauseAfter: pauseWhereSpent,
  templates: redditTemplates,
  facts: redditFacts,
  sales: sellLevels(redditLevels, {
    show: showCreative,
    report: readReport,
    objectiveOf: (templateId) => aimOf(templateId).objective,
    money: IN_MICROS,
  }),
};

import type { Adapter } from "../contract/adapter.ts";
import { IN_MICROS, sellLevels } from "../kit/levels/sell-levels.ts";
import { pinterestAccounts } from "./accounts.ts";
import { pinterestLevels } from "./levels.ts";
import { pinterestOauth } from "./oauth.ts";
import { readReport } from "./read-report.ts";
import { showCreative } from "./show-creative.ts";
import { aimOf, pinterestTemplates } from "./templates.ts";

/** Pinterest ads. docs/providers.md lists the facts and how certain they are. */
export const pinterest: Adapter = {
  describe: {
    provider: "pinterest",
    displayName: "Pinterest",
    sourceKind: "sales",
    apiVersion: "v5",
    sunset: null,
    authModes: ["oauth"],
    hosts: { api: "https://api.pinterest.com/v5", www: "https://www.pinterest.com" },
    // 100 requests a second for each user of an application, and 300 reports a minute [O rate-limits; S], with a
    // margin.
    buckets: [
      { name: "user", per: "account", burst: 20, perSecond: 50 },
      { name: "analytics", per: "account", burst: 10, perSecond: 4 },
      { name: "tokens", per: "application", burst: 5, perSecond: 5 },
    ],
    channels: ["social"],
    dayBorder: "utc",
    settleDays: 4,
    targeting: ["geo_countries"],
  },
  oauth: pinterestOauth,
  accounts: pinterestAccounts,
  templates: pinterestTemplates,
  sales: sellLevels(pinterestLevels, {
    show: showCreative,
    report: readReport,
    objectiveOf: (templateId) => aimOf(templateId).objective,
    money: IN_MICROS,
  }),
};

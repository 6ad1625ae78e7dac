import type { Adapter } from "../contract/adapter.ts";
import { sellLevels } from "../kit/levels/sell-levels.ts";
import { metaAccounts } from "./accounts.ts";
import { metaFacts } from "./facts.ts";
import { metaLevels } from "./levels.ts";
import { decimalsIn, formOf } from "./money.ts";
import { metaOauth } from "./oauth.ts";
import { readReport } from "./read-report.ts";
import { VERSION } from "./requests.ts";
import { showCreative } from "./show-creative.ts";
import { aimOf, metaTemplates } from "./templates.ts";
import { pauseAfter } from "./usage.ts";

/** Facebook and Instagram, through Meta's Marketing API. docs/providers.md lists the facts and how certain they are. */
export const meta: Adapter = {
  describe: {
    provider: "meta",
    displayName: "Meta",
    sourceKind: "sales",
    apiVersion: VERSION,
    sunset: null,
    authModes: ["oauth"],
    hosts: {
      api: `https://graph.facebook.com/${VERSION}`,
      video: `https://graph-video.facebook.com/${VERSION}`,
      dialog: `https://www.facebook.com/${VERSION}`,
    },
    // An account's limits depend on its spend: the headers of every reply say how much is used up.
    buckets: [
      { name: "account", per: "account", burst: 20, perSecond: 20 },
      { name: "tokens", per: "application", burst: 5, perSecond: 5 },
    ],
    channels: ["social"],
    dayBorder: "account",
    settleDays: 28,
    targeting: ["geo_countries"],
  },
  oauth: metaOauth,
  accounts: metaAccounts,
  pauseAfter,
  templates: metaTemplates,
  facts: metaFacts,
  sales: sellLevels(metaLevels, {
    show: showCreative,
    report: readReport,
    objectiveOf: (templateId) => aimOf(templateId).objective,
    money: (currency) => ({ form: formOf(currency), decimals: decimalsIn(currency) }),
  }),
};

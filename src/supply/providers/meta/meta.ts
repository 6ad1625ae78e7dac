import type { Adapter } from "../contract/adapter.ts";
import { checkAmounts, checkOneAim } from "../kit/buying.ts";
import { changeLevels, cleanUpLevels } from "../kit/levels/change-levels.ts";
import { createLevels } from "../kit/levels/create-levels.ts";
import { readLevels } from "../kit/levels/read-levels.ts";
import { switchAdOf } from "../kit/levels/show-ad.ts";
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

/** Facebook and Instagram, by Meta's Marketing API. Facts and how sure they are: docs/providers.md. */
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
    // What an account may do follows what it spends: the headers of every answer say when it is used up.
    buckets: [
      { name: "account", per: "account", burst: 10, perSecond: 5 },
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
  sales: {
    check(plan, account) {
      const one = checkOneAim(plan, (id) => aimOf(id).objective, "Meta");
      return one.ok ? checkAmounts(plan, account, formOf(account.currency), decimalsIn(account.currency)) : one;
    },
    create: createLevels(metaLevels),
    change: changeLevels(metaLevels),
    read: readLevels(metaLevels),
    show: showCreative,
    switchAd: switchAdOf(metaLevels),
    report: readReport,
    cleanUp: cleanUpLevels(metaLevels),
  },
};

import type { Account } from "../contract/account.ts";
import type { Adapter } from "../contract/adapter.ts";
import type { Plan } from "../contract/plan.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { checkAmounts, checkOneAim, DECIMALS_OF_THE_CURRENCY } from "../kit/buying.ts";
import { changeLevels, cleanUpLevels } from "../kit/levels/change-levels.ts";
import { createLevels } from "../kit/levels/create-levels.ts";
import { readLevels } from "../kit/levels/read-levels.ts";
import { switchAdOf } from "../kit/levels/show-ad.ts";
import { tiktokAccounts } from "./accounts.ts";
import { locationOf } from "./countries.ts";
import { tiktokFacts } from "./identity.ts";
import { tiktokLevels } from "./levels.ts";
import { tiktokOauth } from "./oauth.ts";
import { readReport } from "./read-report.ts";
import { showCreative } from "./show-creative.ts";
import { aimOf, tiktokTemplates } from "./templates.ts";

/** TikTok's API for Business. docs/providers.md lists the facts and how certain they are. */
export const tiktok: Adapter = {
  describe: {
    provider: "tiktok",
    displayName: "TikTok",
    sourceKind: "sales",
    apiVersion: "v1.3",
    sunset: null,
    authModes: ["oauth"],
    hosts: {
      api: "https://business-api.tiktok.com/open_api/v1.3",
      portal: "https://business-api.tiktok.com",
    },
    // 10 requests a second and 600 a minute for an application [T quoting O]. Exceeding the limit costs a wait of five
    // minutes, so no burst may reach it.
    buckets: [{ name: "application", per: "application", burst: 2, perSecond: 7 }],
    channels: ["social"],
    dayBorder: "account",
    settleDays: 2,
    targeting: ["geo_countries"],
  },
  oauth: tiktokOauth,
  accounts: tiktokAccounts,
  templates: tiktokTemplates,
  facts: tiktokFacts,
  sales: {
    check,
    create: createLevels(tiktokLevels),
    change: changeLevels(tiktokLevels),
    read: readLevels(tiktokLevels),
    show: showCreative,
    switchAd: switchAdOf(tiktokLevels),
    report: readReport,
    cleanUp: cleanUpLevels(tiktokLevels),
  },
};

function check(plan: Plan, account: Account): Result<Plan> {
  const one = checkOneAim(plan, (id) => aimOf(id).objective, "TikTok");
  const exact = one.ok ? checkAmounts(plan, account, "minor", DECIMALS_OF_THE_CURRENCY) : one;
  if (!exact.ok) return exact;
  for (const [at, { targeting, countries }] of plan.packages.entries()) {
    const unknown = (targeting.geo_countries ?? countries).find((country) => locationOf(country) === undefined);
    if (unknown === undefined) continue;
    const field = `packages[${at}].targeting_overlay.geo_countries`;
    return failed(fault("invalid", `TikTok's location id for ${unknown} is not known`, { field }));
  }
  return ok(plan);
}

import type { Account } from "../contract/account.ts";
import type { Adapter } from "../contract/adapter.ts";
import type { Plan } from "../contract/plan.ts";
import { failed, fault, type Result } from "../contract/provider-error.ts";
import { checkAmounts, DECIMALS_OF_THE_CURRENCY } from "../kit/buying.ts";
import { removal } from "../kit/removal.ts";
import { googleAccounts } from "./accounts.ts";
import { countriesOf } from "./bodies.ts";
import { changeBuy } from "./change-buy.ts";
import { createBuy } from "./create-buy.ts";
import { googleOauth } from "./oauth.ts";
import { placeOf } from "./places.ts";
import { readBuy } from "./read-buy.ts";
import { readReport } from "./read-report.ts";
import { customerPath, mutate, readMutated, VERSION } from "./requests.ts";
import { showCreative, switchAd } from "./show-creative.ts";
import { googleTemplates } from "./templates.ts";

/** Checks that amounts have no more decimals than their currency [K], and that Google has a location for every country. */
function check(plan: Plan, account: Account): Result<Plan> {
  const exact = checkAmounts(plan, account, "minor", DECIMALS_OF_THE_CURRENCY);
  if (!exact.ok) return exact;
  for (const [at, part] of plan.packages.entries()) {
    const unknown = countriesOf(part).find((country) => placeOf(country) === undefined);
    if (unknown === undefined) continue;
    const field = `packages[${at}].targeting_overlay`;
    return failed(fault("invalid", `${unknown} is not an ISO 3166-1 country code`, { field }));
  }
  return exact;
}

/** Google Ads. docs/providers.md lists the facts and how certain they are. */
export const google: Adapter = {
  describe: {
    provider: "google",
    displayName: "Google Ads",
    sourceKind: "sales",
    apiVersion: VERSION,
    sunset: null,
    authModes: ["oauth"],
    hosts: {
      api: `https://googleads.googleapis.com/${VERSION}`,
      accounts: "https://accounts.google.com",
      oauth: "https://oauth2.googleapis.com",
    },
    // Basic access allows 15,000 operations in any 24 hours [O]; what this refills in a day, plus the burst, stays
    // below that.
    buckets: [
      { name: "operations", per: "application", burst: 1_000, perSecond: 0.16 },
      { name: "tokens", per: "application", burst: 5, perSecond: 5 },
    ],
    channels: ["display", "olv", "social"],
    dayBorder: "account",
    // A day's data is complete at three in the morning of the next day [O], so the day is final when that next day has
    // ended.
    settleDays: 2,
    targeting: ["geo_countries"],
  },
  oauth: googleOauth,
  accounts: googleAccounts,
  templates: googleTemplates,
  sales: {
    check,
    create: createBuy,
    change: changeBuy,
    read: readBuy,
    show: showCreative,
    switchAd,
    report: readReport,
    // Removing a campaign removes everything below it.
    cleanUp: (made) =>
      removal(
        made.filter(({ kind }) => kind === "campaign"),
        ({ id }, ctx) =>
          mutate(ctx, "write", [{ campaignOperation: { remove: `${customerPath(ctx)}/campaigns/${id}` } }]),
        readMutated,
      ),
  },
};

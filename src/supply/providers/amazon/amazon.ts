import type { Account } from "../contract/account.ts";
import type { Adapter } from "../contract/adapter.ts";
import type { AnyJob } from "../contract/job.ts";
import type { PlannedPackage } from "../contract/plan.ts";
import { failed, fault, type ProviderError } from "../contract/provider-error.ts";
import { type Facts, NO_FACTS } from "../contract/template.ts";
import { accountIn } from "../kit/account.ts";
import { checkAmounts, DECIMALS_OF_THE_CURRENCY } from "../kit/buying.ts";
import { removal } from "../kit/removal.ts";
import { amazonAccounts } from "./accounts.ts";
import { changeBuy } from "./change-buy.ts";
import { createBuy } from "./create-buy.ts";
import { dailyOf } from "./daily-budget.ts";
import { readWritten } from "./errors.ts";
import { amazonOauth } from "./oauth.ts";
import { readBuy } from "./read-buy.ts";
import { readReport } from "./read-report.ts";
import { modelRequest } from "./requests.ts";
import { showCreative, switchAd } from "./show-creative.ts";
import { amazonTemplates } from "./templates.ts";

const AT_DSP = "an agency's seat buys at Amazon DSP, which is another API: map an advertiser's own profile";

/** The objection to a package that can be found without asking Amazon. */
function faultOf(part: PlannedPackage, account: Account, path: string): ProviderError | undefined {
  const { country } = account;
  const say = (message: string, field: string) => fault("invalid", message, { field: `${path}.${field}` });
  if (part.bid === null) return say("Sponsored Products are bought with a bid for a click", "bid_price");
  if (dailyOf(part, account) === undefined)
    return fault("below_minimum", "the budget does not cover one day: raise it or buy fewer days", {
      field: `${path}.budget`,
    });
  const elsewhere = part.targeting.geo_countries?.find((one) => one !== country);
  return elsewhere === undefined
    ? undefined
    : say(`this profile only sells in ${country ?? "its own marketplace"}`, "targeting_overlay");
}

/** Makes no request, because an account's type already says what it cannot buy. */
const readFacts: AnyJob<null, Facts> = {
  start: (_, ctx) => ({
    do: "done",
    value:
      accountIn(ctx).type === "dsp"
        ? { ...NO_FACTS, withheld: Object.fromEntries(amazonTemplates.map(({ id }) => [id, AT_DSP])) }
        : NO_FACTS,
  }),
  next: (_, __, ctx) => readFacts.start(null, ctx),
};

/** Amazon Ads, common model v1 and reporting v3. docs/providers.md lists the facts and how certain they are. */
export const amazon: Adapter = {
  describe: {
    provider: "amazon",
    displayName: "Amazon Ads",
    sourceKind: "sales",
    apiVersion: "adsApi/v1, reporting v3",
    sunset: null,
    authModes: ["oauth"],
    hosts: {
      na: "https://advertising-api.amazon.com",
      eu: "https://advertising-api-eu.amazon.com",
      fe: "https://advertising-api-fe.amazon.com",
      consent: "https://www.amazon.com",
      tokens: "https://api.amazon.com",
      // Report files, at URLs signed by Amazon [K].
      files: "https://*.s3.amazonaws.com",
    },
    // Limits are dynamic [O]: we send at most ten requests a second, and wait as long as a refusal says.
    buckets: [
      { name: "calls", per: "application", burst: 2, perSecond: 8 },
      { name: "tokens", per: "application", burst: 5, perSecond: 5 },
    ],
    channels: ["retail_media"],
    dayBorder: "account",
    // Sales are attributed to clicks up to 14 days earlier [O].
    settleDays: 15,
    targeting: ["geo_countries"],
  },
  oauth: amazonOauth,
  accounts: amazonAccounts,
  templates: amazonTemplates,
  facts: readFacts,
  sales: {
    check(plan, account) {
      if (account.type === "dsp") return failed(fault("unsupported", AT_DSP, { field: "account" }));
      const exact = checkAmounts(plan, account, "minor", DECIMALS_OF_THE_CURRENCY);
      if (!exact.ok) return exact;
      for (const [at, part] of plan.packages.entries()) {
        const error = faultOf(part, account, `packages[${at}]`);
        if (error) return failed(error);
      }
      return exact;
    },
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
          modelRequest(ctx, "update", "campaigns", { campaigns: [{ campaignId: id, state: "ARCHIVED" }] }, "write"),
        (reply) => readWritten(reply, "campaign"),
      ),
  },
};

import type { Adapter } from "../contract/adapter.ts";
import { checkAmounts } from "../kit/buying.ts";
import { removal } from "../kit/removal.ts";
import { snapAccounts } from "./accounts.ts";
import { changeBuy } from "./change-buy.ts";
import { createBuy } from "./create-buy.ts";
import { readItems } from "./errors.ts";
import { snapOauth } from "./oauth.ts";
import { readBuy } from "./read-buy.ts";
import { readFacts } from "./read-facts.ts";
import { readReport } from "./read-report.ts";
import { encoded, snapRequest } from "./requests.ts";
import { showCreative, switchAd } from "./show-creative.ts";
import { snapTemplates } from "./templates.ts";

/** Snapchat Ads. docs/providers.md lists the facts and how certain they are. */
export const snap: Adapter = {
  describe: {
    provider: "snap",
    displayName: "Snap",
    sourceKind: "sales",
    apiVersion: "v1",
    sunset: null,
    authModes: ["oauth"],
    hosts: { api: "https://adsapi.snapchat.com/v1", accounts: "https://accounts.snapchat.com" },
    // 20 requests a second for an application, 10 for a token [O]; the second limit is used, with a margin.
    buckets: [
      { name: "token", per: "account", burst: 2, perSecond: 8 },
      { name: "tokens", per: "application", burst: 5, perSecond: 5 },
    ],
    channels: ["social"],
    dayBorder: "account",
    settleDays: 3,
    targeting: ["geo_countries"],
  },
  oauth: snapOauth,
  accounts: snapAccounts,
  templates: snapTemplates,
  facts: readFacts,
  sales: {
    check: (plan, account) => checkAmounts(plan, account, "micros", "at most six decimals"),
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
        ({ id }) => snapRequest("DELETE", `/campaigns/${encoded(id)}`, "write"),
        (reply) => readItems(reply, "campaigns", "campaign"),
      ),
  },
};

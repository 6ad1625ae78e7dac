import type { Adapter } from "../contract/adapter.ts";
import type { PlannedPackage } from "../contract/plan.ts";
import { failed, fault, ok, type ProviderError } from "../contract/provider-error.ts";
import { toProvider } from "../kit/money.ts";
import { sequence } from "../kit/sequence.ts";
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

/** What stands against a package without asking: Google takes whole coins [K], and countries that have a number. */
function faultOf(part: PlannedPackage, currency: string, path: string): ProviderError | undefined {
  if (toProvider(part.budget, currency, "minor") === undefined)
    return fault("invalid", `a budget is in whole coins of ${currency}`, { field: `${path}.budget` });
  if (part.bid !== null && toProvider(part.bid, currency, "minor") === undefined)
    return fault("invalid", `a bid is in whole coins of ${currency}`, { field: `${path}.bid_price` });
  const unknown = countriesOf(part).find((country) => placeOf(country) === undefined);
  if (unknown === undefined) return undefined;
  return fault("invalid", `${unknown} is no country of ISO 3166-1`, { field: `${path}.targeting_overlay` });
}

/** Google Ads. Facts and how sure they are: docs/providers.md. */
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
    // Basic access has 15,000 operations in any 24 hours [O]: what comes back in a day, and the burst, stay below it.
    buckets: [
      { name: "operations", per: "application", burst: 1_000, perSecond: 0.16 },
      { name: "tokens", per: "application", burst: 5, perSecond: 5 },
    ],
    channels: ["display", "olv", "social"],
    dayBorder: "account",
    // A day is whole at three in the morning of the next [O]: so it is settled when that has ended.
    settleDays: 2,
    targeting: ["geo_countries"],
  },
  oauth: googleOauth,
  accounts: googleAccounts,
  templates: googleTemplates,
  sales: {
    check(plan, { currency }) {
      for (const [at, part] of plan.packages.entries()) {
        const error = faultOf(part, currency, `packages[${at}]`);
        if (error) return failed(error);
      }
      return ok(plan);
    },
    create: createBuy,
    change: changeBuy,
    read: readBuy,
    show: showCreative,
    switchAd,
    report: readReport,
    // Whatever hangs below a campaign goes with it; one that is gone is gone.
    cleanUp: (made) =>
      sequence<null, null, null>(
        () =>
          made
            .filter(({ kind }) => kind === "campaign")
            .map(({ id }) => ({
              request: (_, __, ctx) =>
                mutate(ctx, "write", [{ campaignOperation: { remove: `${customerPath(ctx)}/campaigns/${id}` } }]),
              read(reply) {
                const body = readMutated(reply);
                return body.ok || body.error.kind === "not_found" ? ok({ known: null }) : body;
              },
            })),
        () => null,
        () => null,
      ),
  },
};

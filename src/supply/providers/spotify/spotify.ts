import type { Account } from "../contract/account.ts";
import type { Adapter } from "../contract/adapter.ts";
import type { Plan } from "../contract/plan.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { checkAmounts, checkOneAim } from "../kit/buying.ts";
import { removal } from "../kit/removal.ts";
import { spotifyAccounts } from "./accounts.ts";
import { changeBuy } from "./change-buy.ts";
import { createBuy } from "./create-buy.ts";
import { readSpotify } from "./errors.ts";
import { spotifyOauth } from "./oauth.ts";
import { readBuy } from "./read-buy.ts";
import { readFacts } from "./read-facts.ts";
import { readReport } from "./read-report.ts";
import { encoded, home, spotifyRequest } from "./requests.ts";
import { showCreative, switchAd } from "./show-creative.ts";
import { shapeOf, spotifyTemplates } from "./templates.ts";

/** Spotify Ads. docs/providers.md lists the facts and how certain they are. */
export const spotify: Adapter = {
  describe: {
    provider: "spotify",
    displayName: "Spotify",
    sourceKind: "sales",
    apiVersion: "v3",
    sunset: null,
    authModes: ["oauth"],
    hosts: { api: "https://api-partner.spotify.com/ads/v3", accounts: "https://accounts.spotify.com" },
    // Limits are only stated in headers; an older page says 1,500 requests in 30 seconds per client (⚠, adapters §8).
    buckets: [
      { name: "user", per: "account", burst: 5, perSecond: 5 },
      { name: "tokens", per: "application", burst: 5, perSecond: 2 },
    ],
    channels: ["streaming_audio", "podcast", "olv", "display"],
    dayBorder: "utc",
    settleDays: 3,
    targeting: ["geo_countries"],
  },
  oauth: spotifyOauth,
  accounts: spotifyAccounts,
  templates: spotifyTemplates,
  facts: readFacts,
  sales: {
    check,
    create: createBuy,
    change: changeBuy,
    read: readBuy,
    show: showCreative,
    switchAd,
    report: readReport,
    // A failed create has published nothing, so it only leaves drafts.
    cleanUp: (made) =>
      removal(
        made,
        ({ kind, id }, ctx) => spotifyRequest("DELETE", home(ctx, `drafts/${kind}/${encoded(id)}`), "write"),
        readSpotify,
      ),
  },
};

function check(plan: Plan, account: Account): Result<Plan> {
  const one = checkOneAim(plan, (templateId) => shapeOf({ templateId }).goal, "Spotify");
  const exact = one.ok ? checkAmounts(plan, account, "micros", "at most six decimals") : one;
  if (!exact.ok) return exact;
  const at = plan.packages.findIndex(({ targeting, countries }) => (targeting.geo_countries ?? countries).length > 1);
  if (at === -1) return ok(plan);
  const field = `packages[${at}].targeting_overlay.geo_countries`;
  return failed(fault("invalid", "an ad set targets one country: use one package per country", { field }));
}

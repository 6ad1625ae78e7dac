import type { Account } from "../contract/account.ts";
import type { Adapter } from "../contract/adapter.ts";
import type { Plan } from "../contract/plan.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { toProvider } from "../kit/money.ts";
import { sequence } from "../kit/sequence.ts";
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

/** Spotify Ads. Facts and how sure they are: docs/providers.md. */
export const spotify: Adapter = {
  describe: {
    provider: "spotify",
    displayName: "Spotify",
    sourceKind: "sales",
    apiVersion: "v3",
    sunset: null,
    authModes: ["oauth"],
    hosts: { api: "https://api-partner.spotify.com/ads/v3", accounts: "https://accounts.spotify.com" },
    // Numbers are told by headers alone; an older page has 1,500 in 30 seconds for a client (⚠, adapters §8).
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
    // Nothing of a create is published: what it leaves are drafts.
    cleanUp: (made) =>
      sequence<null, null, null>(
        () =>
          made.map(({ kind, id }) => ({
            request: (_, __, ctx) => spotifyRequest("DELETE", home(ctx, `drafts/${kind}/${encoded(id)}`), "write"),
            read(reply) {
              const body = readSpotify(reply);
              return body.ok || body.error.kind === "not_found" ? ok({ known: null }) : body;
            },
          })),
        () => null,
        () => null,
      ),
  },
};

function check(plan: Plan, { currency }: Account): Result<Plan> {
  const against = (message: string, field: string) => failed<Plan>(fault("invalid", message, { field }));
  const goals = new Set(plan.packages.map((part) => shapeOf(part).goal));
  if (goals.size > 1)
    return against(
      "a campaign at Spotify has one goal: buy what is for reach apart from what is for clicks",
      "packages",
    );
  for (const [at, { budget, bid, targeting, countries }] of plan.packages.entries()) {
    const path = `packages[${at}]`;
    if (toProvider(budget, currency, "micros") === undefined)
      return against("a budget has six decimals at most", `${path}.budget`);
    if (bid !== null && toProvider(bid, currency, "micros") === undefined)
      return against("a bid has six decimals at most", `${path}.bid_price`);
    if ((targeting.geo_countries ?? countries).length > 1)
      return against(
        "an ad set is shown in one country: a package for each",
        `${path}.targeting_overlay.geo_countries`,
      );
  }
  return ok(plan);
}

import { Allowance, type LimitStatus } from "../frame/allowance.ts";
import { bearerOf, jsonOf, type Routes, respond } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { Authority } from "../frame/oauth/authority.ts";
import { consentRoutes } from "../frame/oauth/consent.ts";
import { tokenRoute } from "../frame/oauth/token-route.ts";
import { openProvider, type Program, type SimulatedProvider } from "../frame/open-provider.ts";
import { openStage, type ProviderOptions, type Stage } from "../frame/stage.ts";
import { assetRoutes, chunkRoutes } from "./spotify-assets.ts";
import {
  accountOf,
  errorOf,
  guarded,
  guideError,
  openNetwork,
  paged,
  refuse,
  type SpotifyNetwork,
} from "./spotify-network.ts";
import { FILES, openReports } from "./spotify-reports.ts";
import { treeRoutes } from "./spotify-tree.ts";

/** The delays are [?]; two days were chosen. */
const SETTLE_DAYS = 2;
/** An older page says 1,500 calls in 30 s ⚠; the current numbers are not published. */
const LIMIT = { name: "user", calls: 1_500, seconds: 30 };
const TOO_MANY = 429;

export interface SpotifyOptions extends ProviderOptions {
  readonly termsAccepted?: boolean;
}

/** Spotify's Ads API v3, simulated according to its specification, as far as spec/adapters.md §8 restates it. */
export async function startSpotify(options: SpotifyOptions): Promise<SimulatedProvider> {
  const stage = openStage("spotify", options, { settleDays: SETTLE_DAYS });
  const authority = new Authority(
    stage.application,
    {
      codeSeconds: 600, // [O old page]
      accessSeconds: 3_600, // [S]
      // A refresh only returns a token if it was rotated [S]; how often that happens is [?].
      refresh: { seconds: null, counts: "rolling", rotates: "sometimes" },
    },
    stage.ids,
  );
  const network = openNetwork(stage, authority, options.termsAccepted ?? true);
  const reports = openReports(network);
  return openProvider(stage, {
    name: "spotify",
    authority,
    routes: {
      "accounts.spotify.com": {
        // There is no scope for ads [S]; Spotify's newest own tool uses PKCE S256 [T].
        ...consentRoutes("/authorize", authority, {
          title: "Spotify asks for your consent",
          scopeSeparator: " ",
          scopes: [],
          asksScopes: false,
          mayUntick: false,
          pkce: true,
          responseType: true,
        }),
        "POST /api/token": tokenRoute(authority, { client: "either" }),
      },
      "api-partner.spotify.com": {
        ...accountRoutes(network),
        ...priceRoutes(network),
        ...treeRoutes(network),
        ...assetRoutes(network),
        ...chunkRoutes(network),
        ...reports.api,
      },
      [FILES]: reports.files,
    },
    missing: () => errorOf(stage, 404, "NOT_FOUND", "Not found"),
    throttled: () => guideError(TOO_MANY, "API rate limit exceeded", { "retry-after": "5" }),
    ...limitOf(stage),
  });
}

/** A fixed window for each token, reported in three headers of each answer. */
function limitOf(stage: Stage): Pick<Program, "limit" | "headers"> {
  const allowance = new Allowance();
  let last: LimitStatus | undefined;
  return {
    limit(call) {
      if (call.host !== "api-partner.spotify.com") return null;
      last = allowance.take(LIMIT, bearerOf(call) ?? "", stage.wall());
      return last.exceeded
        ? guideError(TOO_MANY, "API rate limit exceeded", { "retry-after": textOf(last.resetSeconds) })
        : null;
    },
    headers: (): Record<string, string> =>
      last
        ? {
            "x-ratelimit-limit": textOf(last.calls),
            "x-ratelimit-remaining": textOf(last.remaining),
            "x-ratelimit-reset": textOf(last.resetSeconds),
          }
        : {},
  };
}

function accountRoutes(network: SpotifyNetwork): Routes {
  const { stage, businesses, accounts } = network;
  const home = "/ads/v3/ad_accounts/{account}";
  return {
    "GET /ads/v3/businesses": guarded(network, (call) => paged(network, call, "businesses", businesses)),
    "GET /ads/v3/businesses/{business}/ad_accounts": guarded(network, (call) => {
      const own = accounts.filter(({ businessId }) => businessId === call.params.business);
      return paged(
        network,
        call,
        "ad_accounts",
        own.map(({ id, view }) => stage.shown(id, view)),
      );
    }),
    [`GET ${home}`]: guarded(network, (call) => respond(200, accountOf(network, call).view)),
    "GET /ads/v3/ad_categories": guarded(network, () =>
      respond(200, {
        ad_categories: [
          { id: "ADV_1_1", name: "Synthetic category" },
          { id: "ADV_2_3", name: "Synthetic travel" },
        ],
      }),
    ),
  };
}

function priceRoutes(network: SpotifyNetwork): Routes {
  const { stage } = network;
  const home = "/ads/v3/ad_accounts/{account}";
  return {
    // Live rules, to be fetched for each workflow [S]; their content is synthetic.
    "GET /ads/v3/ad_product_catalog": guarded(network, () =>
      respond(200, {
        ad_products: ["AUCTION", "CONTENT", "FPMNG"].map((id) => ({
          id,
          asset_formats: id === "AUCTION" ? ["AUDIO", "VIDEO", "IMAGE"] : ["AUDIO"],
          placements: id === "CONTENT" ? ["PODCAST"] : ["MUSIC", "PODCAST"],
          bid_strategies: id === "AUCTION" ? ["MAX_BID", "AUTOBID", "COST_PER_RESULT"] : [],
          min_budget_micro_amount: 250_000_000,
        })),
      }),
    ),
    // A fixed CPM [S]; the fields are [K].
    [`POST ${home}/reserved_prices`]: guarded(network, (call) => {
      const account = accountOf(network, call);
      const body = jsonOf(call);
      const product = isObject(body) ? body.ad_product : undefined;
      if (product !== "CONTENT" && product !== "FPMNG")
        return refuse(stage, 400, "INVALID_FIELD", "ad_product: must be CONTENT or FPMNG");
      return respond(200, {
        reserved_price_id: stage.ids.uuid(),
        ad_product: product,
        cpm_micro_amount: product === "CONTENT" ? 25_000_000 : 18_000_000,
        currency_code: account.currency,
      });
    }),
    "POST /ads/v3/estimates/audience": guarded(network, () =>
      respond(200, { estimated_audience_min: 100_000, estimated_audience_max: 120_000 }),
    ),
    "POST /ads/v3/estimates/bid": guarded(network, () =>
      respond(200, { min_bid_micro_amount: 4_000_000, max_bid_micro_amount: 9_000_000 }),
    ),
  };
}

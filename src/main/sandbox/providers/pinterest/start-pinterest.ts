import { Allowance } from "../frame/allowance.ts";
import { bearerOf, type Routes, respond } from "../frame/exchange.ts";
import { Authority, secondsUntil } from "../frame/oauth/authority.ts";
import { consentRoutes } from "../frame/oauth/consent.ts";
import { tokenRoute } from "../frame/oauth/token-route.ts";
import { openProvider, type SimulatedProvider } from "../frame/open-provider.ts";
import { openStage, type ProviderOptions } from "../frame/stage.ts";
import {
  accountOf,
  errorOf,
  guarded,
  openNetwork,
  type PinterestNetwork,
  paged,
  throttled,
} from "./pinterest-network.ts";
import { FILES, openReports } from "./pinterest-reports.ts";
import { mediaRoutes, pinRoutes, treeRoutes, UPLOADS, uploadRoutes } from "./pinterest-tree.ts";

/** Figures are restated for at least three days [T]. */
const SETTLE_DAYS = 3;
const DAY_SECONDS = 86_400;
export const SCOPES = [
  "ads:read",
  "ads:write",
  "pins:read",
  "pins:write",
  "boards:read",
  "boards:write",
  "user_accounts:read",
  "biz_access:read",
];
/** Standard tier: 100 calls a second per user, 300 reports a minute [O rate-limits; S]. */
const LIMIT = { name: "user", calls: 100, seconds: 1 };
const ANALYTICS = { name: "ads_analytics", calls: 300, seconds: 60 };

/** Pinterest's API v5, simulated according to its documentation, as far as spec/adapters.md §5 restates it. */
export async function startPinterest(options: ProviderOptions): Promise<SimulatedProvider> {
  const stage = openStage("pinterest", options, { settleDays: SETTLE_DAYS });
  const authority = new Authority(
    stage.application,
    {
      codeSeconds: 600, // [?]
      accessSeconds: 30 * DAY_SECONDS, // about 30 days [T]
      // 60 days from each refresh [S]. That the previous token then becomes invalid is [?], and the stricter assumption.
      refresh: { seconds: 60 * DAY_SECONDS, counts: "rolling", rotates: "new" },
    },
    stage.ids,
  );
  const network = openNetwork(stage, authority);
  const reports = openReports(network);
  const allowance = new Allowance();
  return openProvider(stage, {
    name: "pinterest",
    authority,
    routes: {
      // PKCE is not documented, so there is none [S][O].
      "www.pinterest.com": consentRoutes("/oauth/", authority, {
        title: "Pinterest asks for your consent",
        scopeSeparator: ",",
        scopes: SCOPES,
        asksScopes: true,
        mayUntick: false,
        pkce: false,
        responseType: true,
      }),
      "api.pinterest.com": { ...apiRoutes(network), ...reports.api },
      [UPLOADS]: uploadRoutes(network),
      [FILES]: reports.files,
    },
    missing: () => errorOf(404, 11, "API endpoint not found."),
    throttled,
    limit(call) {
      if (call.host !== "api.pinterest.com") return null;
      const user = bearerOf(call) ?? "";
      const isReport = /analytics|reports/.test(call.path) && allowance.take(ANALYTICS, user, stage.wall()).exceeded;
      return allowance.take(LIMIT, user, stage.wall()).exceeded || isReport ? throttled() : null;
    },
  });
}

function apiRoutes(network: PinterestNetwork): Routes {
  const { stage, authority } = network;
  return {
    "POST /v5/oauth/token": tokenRoute(authority, {
      client: "basic",
      refuse: (status, error, words) => errorOf(status, error === "invalid_client" ? 2 : 283, words),
      also: ({ refreshEndsAt }, now) => ({
        response_type: "authorization_code",
        ...(refreshEndsAt && {
          refresh_token_expires_in: secondsUntil(refreshEndsAt, now),
          refresh_token_expires_at: Math.floor(refreshEndsAt.getTime() / 1_000),
        }),
      }),
    }),
    // Available to system users only [S].
    "POST /v5/oauth/token/revoke": () => errorOf(403, 29, "Only tokens of system users can be revoked."),
    "GET /v5/user_account": guarded(network, "user_accounts:read", () =>
      respond(200, { username: "synthetic", account_type: "BUSINESS" }),
    ),
    "GET /v5/ad_accounts": guarded(network, "ads:read", (call) =>
      paged(
        call,
        network.accounts.map(({ id, view }) => stage.shown(id, view)),
      ),
    ),
    "GET /v5/ad_accounts/{account}": guarded(network, "ads:read", (call) =>
      respond(200, accountOf(network, call).view),
    ),
    ...treeRoutes(network),
    ...pinRoutes(network),
    ...mediaRoutes(network),
  };
}

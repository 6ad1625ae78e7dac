import { Allowance, type LimitStatus } from "../frame/allowance.ts";
import { basicOf, formOf, type Reply, type Routes, respond, respondText } from "../frame/exchange.ts";
import { textOf } from "../frame/json.ts";
import { Authority } from "../frame/oauth/authority.ts";
import { consentRoutes } from "../frame/oauth/consent.ts";
import { tokenRoute } from "../frame/oauth/token-route.ts";
import { openProvider, type SimulatedProvider } from "../frame/open-provider.ts";
import { openStage, type ProviderOptions } from "../frame/stage.ts";
import { errorOf, guarded, openNetwork, paged, type RedditNetwork, throttled } from "./reddit-network.ts";
import { reportRoutes } from "./reddit-report.ts";
import { treeRoutes } from "./reddit-tree.ts";

/** Settled within six hours [T]; a day is the nearest whole number. */
const SETTLE_DAYS = 1;
export const SCOPES = ["adsread", "adsedit", "adsconversions", "history", "read"];
/** Per minute each [T]. */
const LIMITS = { write: 200, read: 400, report: 60 };

/** Reddit's Ads API v3, simulated according to third parties: everything in spec/adapters.md §6 is second-hand. */
export async function startReddit(options: ProviderOptions): Promise<SimulatedProvider> {
  const stage = openStage("reddit", options, { settleDays: SETTLE_DAYS });
  const authority = new Authority(
    stage.application,
    {
      codeSeconds: 600, // [?]
      accessSeconds: 86_400, // 1 h or 24 h ⚠: `expires_in` says which, and adapters rely on it
      // Does not expire, and may be rotated [T].
      refresh: { seconds: null, counts: "rolling", rotates: "sometimes" },
    },
    stage.ids,
  );
  const network = openNetwork(stage, authority);
  const allowance = new Allowance();
  let last: LimitStatus | undefined;
  return openProvider(stage, {
    name: "reddit",
    authority,
    routes: {
      "www.reddit.com": consentAndTokens(authority),
      "ads-api.reddit.com": { ...accountRoutes(network), ...treeRoutes(network), ...reportRoutes(network) },
    },
    // v2 has been removed, and an unsupported method is answered with 404 [T].
    missing: ({ path }) => (path.startsWith("/api/v2") ? errorOf(410, "Gone") : errorOf(404, "Not Found")),
    throttled,
    limit(call) {
      if (call.host !== "ads-api.reddit.com") return null;
      const kind = call.path.endsWith("/reports") ? "report" : call.method === "GET" ? "read" : "write";
      last = allowance.take({ name: kind, calls: LIMITS[kind], seconds: 60 }, "app", stage.wall());
      return last.exceeded ? throttled() : null;
    },
    // There is no Retry-After [T].
    headers: (): Record<string, string> =>
      last ? { "x-ratelimit-remaining": textOf(last.remaining), "x-ratelimit-reset": textOf(last.resetSeconds) } : {},
  });
}

function accountRoutes(network: RedditNetwork): Routes {
  const { stage, businesses, accounts, profiles } = network;
  return {
    "GET /api/v3/me": guarded(network, () => respond(200, { data: { id: "t2_synthetic", name: "synthetic" } })),
    "GET /api/v3/me/businesses": guarded(network, (call) => paged(call, businesses)),
    "GET /api/v3/businesses/{business}/ad_accounts": guarded(network, (call) =>
      paged(
        call,
        accounts
          .filter(({ businessId }) => businessId === call.params.business)
          .map(({ id, view }) => stage.shown(id, view)),
      ),
    ),
    "GET /api/v3/businesses/{business}/profiles": guarded(network, (call) => paged(call, profiles)),
    "GET /api/v3/ad_accounts/{account}/profiles": guarded(network, (call) =>
      paged(
        call,
        profiles.filter((one) => one.ad_account_id === call.params.account),
      ),
    ),
    "GET /api/v3/ad_accounts/{account}/funding_instruments": guarded(network, (call) => {
      const account = accounts.find(({ id }) => id === call.params.account);
      return paged(
        call,
        account ? [{ id: `fi_${account.id}`, currency: account.currency, is_servable: account.mayRun }] : [],
      );
    }),
    "GET /api/v3/ad_accounts/{account}": guarded(network, (call) => {
      const account = accounts.find(({ id }) => id === call.params.account);
      return account ? respond(200, { data: stage.shown(account.id, account.view) }) : errorOf(404, "Not Found");
    }),
    "GET /api/v3/ad_accounts/{account}/pixels": guarded(network, (call) =>
      paged(call, [{ id: `px_${call.params.account}` }]),
    ),
  };
}

function consentAndTokens(authority: Authority): Routes {
  const needsAgent = ({ headers }: { readonly headers: Readonly<Record<string, string | undefined>> }): Reply | null =>
    (headers["user-agent"] ?? "") === "" ? respond(429, { message: "Too Many Requests", error: 429 }) : null;
  return {
    // `duration=permanent` requests a refresh token; there is no PKCE; scopes are separated by commas [T].
    ...consentRoutes("/api/v1/authorize", authority, {
      title: "Reddit asks for your consent",
      scopeSeparator: ",",
      scopes: SCOPES,
      asksScopes: true,
      mayUntick: false,
      pkce: false,
      responseType: true,
      offline: (query) => query.get("duration") === "permanent",
    }),
    // A User-Agent is required [T]. Errors with status 200 occur in some cases [?], and are not simulated.
    "POST /api/v1/access_token": tokenRoute(authority, {
      client: "basic",
      before: needsAgent,
      refuse: (status, error) => respond(status, { error, message: status === 401 ? "Unauthorized" : "Bad Request" }),
    }),
    // [K].
    "POST /api/v1/revoke_token": (call) => {
      const basic = basicOf(call);
      if (basic?.user !== authority.application.clientId || basic.password !== authority.application.clientSecret)
        return respond(401, { message: "Unauthorized", error: 401 });
      authority.revokeToken(formOf(call).get("token") ?? "");
      return respondText(204, "text/plain", "");
    },
  };
}

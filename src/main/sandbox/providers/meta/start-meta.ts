import { Allowance } from "../frame/allowance.ts";
import { type Call, formOf, type Reply, type Routes, respond } from "../frame/exchange.ts";
import { Authority, secondsUntil } from "../frame/oauth/authority.ts";
import { consentRoutes } from "../frame/oauth/consent.ts";
import { openProvider, type SimulatedProvider } from "../frame/open-provider.ts";
import { openStage, type ProviderOptions } from "../frame/stage.ts";
import { errorOf, missing, throttled } from "./meta-errors.ts";
import { insightRoutes, RUN_ROUTE } from "./meta-insights.ts";
import { imageRoutes, videoRoutes } from "./meta-media.ts";
import { guarded, leastDaily, listOf, type MetaNetwork, openNetwork } from "./meta-network.ts";
import { treeRoutes } from "./meta-tree.ts";

export const SCOPES = [
  "ads_management",
  "ads_read",
  "business_management",
  "pages_show_list",
  "pages_read_engagement",
  "instagram_basic",
];
/** Late conversions are restated for up to 28 days [K]. */
const SETTLE_DAYS = 28;
/** It takes hours [O]; two were chosen. */
const SHORT_SECONDS = 7_200;
/** About 60 days [O]. */
const LONG_SECONDS = 60 * 86_400;
/**
 * If the user has not been present for this long, data is no longer shown [O access tokens]. Here the user never returns, which is the
 * stricter assumption.
 */
const DATA_ACCESS_SECONDS = 90 * 86_400;
/** Calls per hour; the real number depends on spend, and cannot be known. */
const CALLS = { name: "account", calls: 5_000, seconds: 3_600 };

/** Meta's Marketing API v26.0, simulated according to its documentation, as far as spec/adapters.md §4 restates it. */
export async function startMeta(options: ProviderOptions): Promise<SimulatedProvider> {
  const stage = openStage("meta", options, { settleDays: SETTLE_DAYS });
  const rules = { codeSeconds: 600 /* [?] */, accessSeconds: SHORT_SECONDS, refresh: null };
  const authority = new Authority(stage.application, rules, stage.ids);
  const network = openNetwork(stage, authority);
  const allowance = new Allowance();
  let used = 0;
  return openProvider(stage, {
    name: "meta",
    authority,
    routes: {
      // [K]: the address, and that users may deselect permissions.
      "www.facebook.com": consentRoutes("/v26.0/dialog/oauth", authority, {
        title: "Meta asks for your consent",
        scopeSeparator: ",",
        scopes: SCOPES,
        asksScopes: true,
        mayUntick: true,
        pkce: false,
        responseType: false,
      }),
      "graph.facebook.com": { ...graphRoutes(network), ...permissionRoutes(network) },
      "graph-video.facebook.com": videoRoutes(network),
    },
    missing: ({ path }) =>
      path.startsWith("/v26.0/")
        ? missing(stage, path.split("/")[2] ?? "")
        : errorOf(
            stage,
            2_635,
            "You are calling a deprecated version of the Ads API. Please update to the latest version: v26.0.",
          ),
    throttled: () => throttled(stage),
    limit(call) {
      if (call.host === "www.facebook.com") return null;
      const standing = allowance.take(CALLS, "app", stage.wall());
      used = Math.min(100, Math.floor((standing.used * 100) / standing.calls));
      return standing.exceeded ? throttled(stage) : null;
    },
    // [O rate-limiting]; that replies state their version is [K].
    headers: ({ host, params }) =>
      host === "www.facebook.com"
        ? {}
        : { "facebook-api-version": "v26.0", ...usageOf(used, params.account ?? network.accounts[0]?.id ?? "") },
  });
}

function usageOf(used: number, account: string): Record<string, string> {
  const counts = { call_count: used, total_cputime: used, total_time: used };
  const regain = { estimated_time_to_regain_access: used >= 100 ? 5 : 0, ads_api_access_tier: "standard_access" };
  return {
    "x-app-usage": JSON.stringify(counts),
    "x-business-use-case-usage": JSON.stringify({ [account]: [{ type: "ads_management", ...counts, ...regain }] }),
    "x-ad-account-usage": JSON.stringify({
      acc_id_util_pct: used,
      reset_time_duration: 5,
      ads_api_access_tier: "standard_access",
    }),
  };
}

function graphRoutes(network: MetaNetwork): Routes {
  const { stage, accounts, pages, userId } = network;
  const { [RUN_ROUTE]: readRun, ...insights } = insightRoutes(network);
  const tree = treeRoutes(network);
  const readObject = tree["GET /v26.0/{id}"];
  const me = guarded(network, (call) =>
    respond(200, { id: userId, ...(call.query.get("fields")?.includes("name") && { name: "Synthetic seller" }) }),
  );
  return {
    ...tree,
    ...insights,
    ...imageRoutes(network),
    ...videoRoutes(network),
    // An object of no other kind may be a report run.
    "GET /v26.0/{id}": (call) => {
      const reply = readRun ? guarded(network, readRun)(call) : null;
      return reply && reply.status === 200 ? reply : (readObject?.(call) ?? missing(stage, call.params.id ?? ""));
    },
    "GET /v26.0/me": me,
    "GET /v26.0/oauth/access_token": (call) => tokenReply(network, call),
    "POST /v26.0/oauth/access_token": (call) => tokenReply(network, call),
    "GET /oauth/access_token": (call) => tokenReply(network, call),
    "GET /v26.0/debug_token": (call) => inspect(network, call),
    "GET /v26.0/me/adaccounts": guarded(network, (call) =>
      listOf(
        network,
        call,
        accounts.map(({ id, view }) => stage.shown(id, view)),
      ),
    ),
    "GET /v26.0/me/accounts": guarded(network, (call) => listOf(network, call, pages)),
  };
}

/** A GET with everything in its query, followed by an exchange for a long-lived token while the first one is valid [K, second O]. */
function tokenReply({ stage, authority }: MetaNetwork, call: Call): Reply {
  const query = new URLSearchParams([...call.query, ...formOf(call)]);
  const { clientId, clientSecret } = authority.application;
  if (query.get("client_id") !== clientId || query.get("client_secret") !== clientSecret)
    return errorOf(stage, 1, "Error validating client secret.");
  const long = query.get("grant_type") === "fb_exchange_token";
  const tokens = long
    ? authority.prolong(query.get("fb_exchange_token") ?? "", call.now, LONG_SECONDS)
    : authority.redeem(query.get("code") ?? "", query.get("redirect_uri") ?? "", null, call.now);
  if (typeof tokens === "string") {
    const subcode = tokens === "used" ? { error_subcode: 36_009 } : tokens === "expired" ? { error_subcode: 463 } : {};
    return errorOf(stage, long ? 190 : 100, `This authorization is ${tokens}.`, subcode);
  }
  return respond(200, {
    access_token: tokens.accessToken,
    token_type: "bearer",
    ...(tokens.accessEndsAt && { expires_in: secondsUntil(tokens.accessEndsAt, call.now) }),
  });
}

/** Called with the application's own token, `{id}|{secret}` [O debug_token]; the fields are [K]. */
function inspect({ stage, authority, userId }: MetaNetwork, call: Call): Reply {
  const { clientId, clientSecret } = authority.application;
  if (call.query.get("access_token") !== `${clientId}|${clientSecret}`)
    return errorOf(stage, 190, "Invalid OAuth access token.", {}, 401);
  const grant = authority.holder(call.query.get("input_token") ?? "", call.now);
  if (typeof grant === "string") return respond(200, { data: { app_id: clientId, is_valid: false, scopes: [] } });
  const ends = Math.floor(grant.consentedAt.getTime() / 1_000) + DATA_ACCESS_SECONDS;
  const said = { app_id: clientId, type: "USER", is_valid: true, user_id: userId };
  return respond(200, { data: { ...said, scopes: grant.scopes, data_access_expires_at: ends } });
}

function permissionRoutes(network: MetaNetwork): Routes {
  const { stage, accounts, authority, userId } = network;
  return {
    "GET /v26.0/me/permissions": guarded(network, (call) => {
      const grant = authority.holder(
        (call.headers.authorization ?? "").slice(7) || (call.query.get("access_token") ?? ""),
        call.now,
      );
      const granted = typeof grant === "string" ? [] : grant.scopes;
      return respond(200, {
        data: SCOPES.filter((scope) => granted.includes(scope)).map((permission) => ({
          permission,
          status: "granted",
        })),
      });
    }),
    // [K].
    "DELETE /v26.0/{user}/permissions": guarded(network, (call) => {
      if (call.params.user !== userId && call.params.user !== "me") return missing(stage, call.params.user ?? "");
      authority.revokeToken((call.headers.authorization ?? "").slice(7) || (call.query.get("access_token") ?? ""));
      return respond(200, { success: true });
    }),
    // [O minimum_budgets]; the fields are [K].
    "GET /v26.0/act_{account}/minimum_budgets": guarded(network, (call) => {
      const rows = [...new Set(accounts.map(({ currency }) => currency))].map((currency) => {
        const least = Number(leastDaily(currency));
        return {
          currency,
          min_daily_budget_imp: least,
          min_daily_budget_low_freq: least * 40,
          min_daily_budget_high_freq: least * 5,
          min_daily_budget_video_views: least,
        };
      });
      return listOf(network, call, rows, false);
    }),
  };
}

import { Allowance, type LimitStatus } from "../frame/allowance.ts";
import { bearerOf, type Call, type Routes } from "../frame/exchange.ts";
import { textOf } from "../frame/json.ts";
import { Authority } from "../frame/oauth/authority.ts";
import { consentRoutes } from "../frame/oauth/consent.ts";
import { tokenRoute } from "../frame/oauth/token-route.ts";
import { openProvider, type SimulatedProvider } from "../frame/open-provider.ts";
import { openStage, type ProviderOptions } from "../frame/stage.ts";
import { mediaRoutes } from "./snap-media.ts";
import { guarded, openNetwork, type SnapNetwork } from "./snap-network.ts";
import { missing, pagedBatch, throttled } from "./snap-replies.ts";
import { statsRoutes } from "./snap-stats.ts";
import { treeRoutes } from "./snap-tree.ts";

/** It is not documented how long Snap restates figures, only up to when they are final [?]. */
const SETTLE_DAYS = 2;
const SCOPE = "snapchat-marketing-api";

/** Snap's Ads API v1, simulated according to its documentation, as far as spec/adapters.md §7 restates it. */
export async function startSnap(options: ProviderOptions): Promise<SimulatedProvider> {
  const stage = openStage("snap", options, { settleDays: SETTLE_DAYS });
  const authority = new Authority(
    stage.application,
    {
      codeSeconds: 600, // [?]
      accessSeconds: 3_600, // 60 minutes [O]
      // Each refresh returns a refresh token that has to be stored [O]. That the previous one then becomes invalid is [?], and the stricter
      // assumption.
      refresh: { seconds: null, counts: "rolling", rotates: "new" },
    },
    stage.ids,
  );
  const network = openNetwork(stage, authority);
  const limits = limitsOf();
  return openProvider(stage, {
    name: "snap",
    authority,
    routes: {
      // The parameters are [O authentication]; PKCE is not documented, so challenges are ignored.
      "accounts.snapchat.com": {
        ...consentRoutes("/login/oauth2/authorize", authority, {
          title: "Snapchat asks for your consent",
          scopeSeparator: " ",
          scopes: [SCOPE],
          asksScopes: true,
          mayUntick: false,
          pkce: false,
          responseType: true,
        }),
        // A form with the secret in its body [O]; errors follow RFC 6749 [K].
        "POST /login/oauth2/access_token": tokenRoute(authority, { client: "body" }),
      },
      "adsapi.snapchat.com": {
        ...accountRoutes(network),
        ...treeRoutes(network),
        ...mediaRoutes(network),
        ...statsRoutes(network),
      },
    },
    missing: () => missing(stage),
    throttled: () => throttled(stage),
    limit: (call) => (call.host === "adsapi.snapchat.com" && limits.take(call, stage.wall()) ? throttled(stage) : null),
    headers: () => limits.headers(),
  });
}

/** 20 calls a second per application and 10 per token [O]; the headers come from recordings rather than from the documentation [T] ⚠. */
function limitsOf() {
  const allowance = new Allowance();
  let last: LimitStatus | undefined;
  return {
    take(call: Call, wall: Date): boolean {
      const app = allowance.take({ name: "app", calls: 20, seconds: 1 }, "one", wall);
      last = allowance.take({ name: "token", calls: 10, seconds: 1 }, bearerOf(call) ?? "", wall);
      return app.exceeded || last.exceeded;
    },
    headers: (): Record<string, string> =>
      last
        ? {
            "x-rate-limit-limit": textOf(last.calls),
            "x-rate-limit-remaining": textOf(last.remaining),
            "x-rate-limit-reset": textOf(last.resetSeconds),
          }
        : {},
  };
}

function accountRoutes(network: SnapNetwork): Routes {
  const { stage, organizations, accounts } = network;
  return {
    // [O ad-accounts, quick-start].
    "GET /v1/me/organizations": guarded(network, (call) => {
      const withAccounts = call.query.get("with_ad_accounts") === "true";
      const views = organizations.map(({ id, name }) => ({
        id,
        name,
        country: "US",
        type: "ENTERPRISE",
        ...(withAccounts && {
          ad_accounts: accounts
            .filter(({ organizationId }) => organizationId === id)
            .map((account) => stage.shown(account.id, account.view)),
        }),
      }));
      return pagedBatch(stage, call, "organizations", "organization", views);
    }),
    "GET /v1/organizations/{id}/adaccounts": guarded(network, (call) => {
      const own = accounts.filter(({ organizationId }) => organizationId === call.params.id);
      return pagedBatch(
        stage,
        call,
        "adaccounts",
        "adaccount",
        own.map(({ id, view }) => stage.shown(id, view)),
      );
    }),
    "GET /v1/adaccounts/{id}": guarded(network, (call) => {
      const own = accounts.filter(({ id }) => id === call.params.id);
      return own.length === 0
        ? missing(stage)
        : pagedBatch(
            stage,
            call,
            "adaccounts",
            "adaccount",
            own.map(({ id, view }) => stage.shown(id, view)),
          );
    }),
  };
}

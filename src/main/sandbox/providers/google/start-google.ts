import { Allowance } from "../frame/allowance.ts";
import { formOf, respond } from "../frame/exchange.ts";
import { Authority } from "../frame/oauth/authority.ts";
import { consentRoutes } from "../frame/oauth/consent.ts";
import { tokenRoute } from "../frame/oauth/token-route.ts";
import { openProvider, type SimulatedProvider } from "../frame/open-provider.ts";
import { openStage, type ProviderOptions } from "../frame/stage.ts";
import { errorReply, throttled } from "./google-errors.ts";
import { mutateRoutes } from "./google-mutate.ts";
import { openNetwork, SCOPE } from "./google-network.ts";
import { searchRoutes } from "./google-search.ts";

/** Most metrics are complete on the next day; conversions arrive up to 15 hours later [O]. */
const SETTLE_DAYS = 1;
const SIX_MONTHS_SECONDS = 182 * 86_400;
/** Operations per day with Basic access [O]. */
const DAILY = { name: "operations", calls: 15_000, seconds: 86_400 };
/** [K]. */
const ROWS_PER_PAGE = 10_000;

export interface GoogleOptions extends ProviderOptions {
  /** Fewer than Google's, so that a few rows already fill several pages. */
  readonly rowsPerPage?: number;
}

/** Google Ads API v26 over REST, simulated according to its documentation, as far as spec/adapters.md §3 restates it. */
export async function startGoogle(options: GoogleOptions): Promise<SimulatedProvider> {
  const stage = openStage("google", options, { settleDays: SETTLE_DAYS });
  const authority = new Authority(
    stage.application,
    {
      codeSeconds: 600, // [?]
      accessSeconds: 3_600, // about an hour [K]
      // Valid until it is revoked, or not used for six months [T quoting O].
      refresh: { seconds: null, counts: "fixed", idleSeconds: SIX_MONTHS_SECONDS, rotates: "kept" },
    },
    stage.ids,
  );
  const network = openNetwork(stage, authority, options.rowsPerPage ?? ROWS_PER_PAGE);
  const allowance = new Allowance();
  return openProvider(stage, {
    name: "google",
    authority,
    routes: {
      // Addresses and PKCE are [K]; the user may untick scopes [T quoting O].
      "accounts.google.com": consentRoutes("/o/oauth2/v2/auth", authority, {
        title: "Google asks for your consent",
        scopeSeparator: " ",
        scopes: [SCOPE, "openid", "email"],
        asksScopes: true,
        mayUntick: true,
        pkce: true,
        responseType: true,
        offline: (query) => query.get("access_type") === "offline" && query.get("prompt") === "consent",
      }),
      "oauth2.googleapis.com": {
        // A refresh does not return another refresh token [K].
        "POST /token": tokenRoute(authority, { client: "body" }),
        "POST /revoke": (call) => {
          const token = formOf(call).get("token") ?? call.query.get("token") ?? "";
          return authority.revokeToken(token) ? respond(200, {}) : respond(400, { error: "invalid_token" });
        },
      },
      "googleads.googleapis.com": { ...searchRoutes(network), ...mutateRoutes(network) },
    },
    missing: () => errorReply(stage, 404, "NOT_FOUND", "Requested entity was not found."),
    throttled: () => throttled(stage),
    limit: ({ host }) =>
      host === "googleads.googleapis.com" && allowance.take(DAILY, "project", stage.wall()).exceeded
        ? throttled(stage, "RESOURCE_EXHAUSTED", "3600s")
        : null,
    headers: ({ host }) => (host === "googleads.googleapis.com" ? { "request-id": stage.ids.hex(22) } : {}),
  });
}

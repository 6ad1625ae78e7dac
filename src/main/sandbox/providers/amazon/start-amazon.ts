import { Allowance } from "../frame/allowance.ts";
import { jsonOf, type Routes, respond, respondText, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { Authority } from "../frame/oauth/authority.ts";
import { consentRoutes } from "../frame/oauth/consent.ts";
import { tokenRoute } from "../frame/oauth/token-route.ts";
import { openProvider, type SimulatedProvider } from "../frame/open-provider.ts";
import { openStage, type ProviderOptions } from "../frame/stage.ts";
import {
  type AmazonNetwork,
  authenticated,
  errorOf,
  openNetwork,
  profileOf,
  REGIONS,
  throttled,
} from "./amazon-network.ts";
import { FILES, openReports } from "./amazon-reports.ts";
import { treeRoutes } from "./amazon-tree.ts";

/** Conversions are restated over their windows of 1, 7, 14 and 30 days [O]; clicks and cost for about three days [?]. */
const SETTLE_DAYS = 3;
const YEAR_SECONDS = 365 * 86_400;
const SCOPES = ["advertising::campaign_management", "advertising::test:create_account", "advertising::audiences"];
/** Limits are dynamic [O]; ten calls a second were chosen. */
const LIMIT = { name: "client", calls: 10, seconds: 1 };
const UPLOADS = "asset-upload.synthetic-amazon.example";
const CONSENT: Readonly<Record<string, string>> = {
  "www.amazon.com": "/ap/oa",
  "eu.account.amazon.com": "/ap/oa",
  "apac.account.amazon.com": "/ap/oa",
};

/** Amazon Ads' common model v1 and reporting v3, simulated according to the documentation, as far as spec/adapters.md §1 restates it. */
export async function startAmazon(options: ProviderOptions): Promise<SimulatedProvider> {
  const stage = openStage("amazon", options, { settleDays: SETTLE_DAYS });
  const authority = new Authority(
    stage.application,
    {
      codeSeconds: 300, // five minutes, usable once [O]
      accessSeconds: 3_600, // [O]
      // 365 days from consent [T] ⚠; a refresh returns the same token again [O].
      refresh: { seconds: YEAR_SECONDS, counts: "fixed", rotates: "same" },
    },
    stage.ids,
  );
  const network = openNetwork(stage, authority);
  const reports = openReports(network);
  const allowance = new Allowance();
  const manner = {
    title: "Amazon asks for your consent",
    scopeSeparator: " ",
    scopes: SCOPES,
    asksScopes: true,
    mayUntick: false,
    pkce: true,
    responseType: true,
  } as const;
  // Tokens are valid in all regions [O].
  const token = { "POST /auth/o2/token": tokenRoute(authority, { client: "body" }) };
  const api = { ...accountRoutes(network), ...treeRoutes(network), ...reports.api, ...assetRoutes(network) };
  return openProvider(stage, {
    name: "amazon",
    authority,
    routes: {
      ...Object.fromEntries(
        Object.entries(CONSENT).map(([host, path]) => [host, consentRoutes(path, authority, manner)]),
      ),
      ...Object.fromEntries(["api.amazon.com", "api.amazon.co.uk", "api.amazon.co.jp"].map((host) => [host, token])),
      ...Object.fromEntries(Object.keys(REGIONS).map((host) => [host, api])),
      [FILES]: reports.files,
      [UPLOADS]: uploadRoutes(network),
    },
    missing: ({ path }) => errorOf(404, "NOT_FOUND", `Could not find resource for path ${path}`),
    throttled,
    limit: ({ host }) =>
      host in REGIONS && allowance.take(LIMIT, "client", stage.wall()).exceeded ? throttled() : null,
    headers: ({ host }) =>
      host in REGIONS ? { "x-amz-request-id": stage.ids.hex(20), "amazon-ads-request-id": stage.ids.hex(20) } : {},
  });
}

function accountRoutes(network: AmazonNetwork): Routes {
  const { stage, profiles, managers } = network;
  return {
    // The profiles in the host's region; `[]` if there are none [O profiles.md].
    "GET /v2/profiles": authenticated(network, ({ host, query }) => {
      const types = query.get("profileTypeFilter")?.split(",");
      const own = profiles.filter(
        ({ region, view }) =>
          region === REGIONS[host] &&
          (!types || (isObject(view.accountInfo) && types.includes(textOf(view.accountInfo.type)))),
      );
      return respond(
        200,
        own.map(({ id, view }): WireObject => {
          const shown = Object.entries(view).filter(([field]) => field !== "disabled");
          return stage.shown(id, Object.fromEntries(shown));
        }),
      );
    }),
    "GET /managerAccounts": authenticated(network, () => respond(200, { managerAccounts: managers })),
  };
}

/** The upload goes to a presigned address; registering the asset reports what is wrong with the bytes [S]. */
function assetRoutes(network: AmazonNetwork): Routes {
  const { stage, shelf } = network;
  return {
    "POST /assets/upload": authenticated(network, (call) => {
      const profile = profileOf(network, call);
      const body = jsonOf(call);
      if (!isObject(body) || typeof body.filename !== "string")
        return errorOf(400, "BAD_REQUEST", "filename is required");
      const id = stage.ids.uuid();
      shelf.add({
        what: "upload",
        id,
        account: profile.id,
        parent: null,
        name: null,
        enabled: false,
        fields: { uploaded: false },
      });
      return respond(200, { url: `https://${UPLOADS}/${id}` });
    }),
    "POST /assets/register": authenticated(network, (call) => {
      const profile = profileOf(network, call);
      const body = jsonOf(call);
      const upload =
        isObject(body) && typeof body.url === "string"
          ? shelf.get("upload", body.url.split("/").at(-1)?.split("?")[0] ?? "", profile.id)
          : undefined;
      if (!isObject(body) || upload?.fields.uploaded !== true)
        return errorOf(400, "BAD_REQUEST", "url: nothing was uploaded there");
      if (typeof body.name !== "string" || typeof body.assetType !== "string" || !Array.isArray(body.assetSubTypeList))
        return errorOf(400, "BAD_REQUEST", "name, assetType and assetSubTypeList are required");
      const id = `amzn1.assetlibrary.asset1.${stage.ids.hex(32)}`;
      shelf.add({
        what: "asset",
        id,
        account: profile.id,
        parent: null,
        name: body.name,
        enabled: false,
        fields: body,
      });
      return respond(200, { assetId: id, versionId: "version_v1", failedSpecChecks: [] });
    }),
  };
}

function uploadRoutes({ stage, shelf }: AmazonNetwork): Routes {
  return {
    "PUT /{id}": ({ params, body }) => {
      const asset = shelf.get("upload", params.id ?? "");
      if (!asset || body.length === 0)
        return respondText(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
      stage.ledger.note(stage.now(), "uploaded", shelf.change(asset.id, { fields: { uploaded: true } }));
      return respondText(200, "text/plain", "");
    },
  };
}

import { createHash } from "node:crypto";
import { z } from "zod";
import { Allowance } from "../frame/allowance.ts";
import { type Call, jsonOf, type Reply, type Routes } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { Authority } from "../frame/oauth/authority.ts";
import { consentRoutes } from "../frame/oauth/consent.ts";
import { openProvider, type SimulatedProvider } from "../frame/open-provider.ts";
import { openStage, type ProviderOptions } from "../frame/stage.ts";
import { ImageUpload, VideoUpload } from "./tiktok-bodies.ts";
import {
  advertiserOf,
  bodyOf,
  guarded,
  ok,
  openNetwork,
  queryJson,
  refuse,
  reply,
  type TiktokNetwork,
} from "./tiktok-network.ts";
import { reportRoutes } from "./tiktok-report.ts";
import { treeRoutes } from "./tiktok-tree.ts";

const BASE = "/open_api/v1.3";
/** Yesterday's figures are uncertain for up to 12 hours [T]; a day is the nearest whole number. */
const SETTLE_DAYS = 1;
/** Basic tier [T quoting O]. */
const LIMITS = [
  { name: "second", calls: 10, seconds: 1 },
  { name: "minute", calls: 600, seconds: 60 },
];
/** Permissions are fixed for the application, and have numbers [T]. */
const SCOPES = ["4", "21", "22"];

/** TikTok's API for Business v1.3, simulated according to its documentation, as far as spec/adapters.md §9 restates it. */
export async function startTiktok(options: ProviderOptions): Promise<SimulatedProvider> {
  const stage = openStage("tiktok", options, { settleDays: SETTLE_DAYS });
  // A code can be used once, within an hour; a token does not expire [T quoting O].
  const authority = new Authority(
    stage.application,
    { codeSeconds: 3_600, accessSeconds: null, refresh: null },
    stage.ids,
  );
  const network = openNetwork(stage, authority);
  const allowance = new Allowance();
  return openProvider(stage, {
    name: "tiktok",
    authority,
    routes: {
      "business-api.tiktok.com": {
        // The request has `app_id`, the answer `auth_code` [T]; that `code` is returned too is [K], and left out.
        ...consentRoutes("/portal/auth", authority, {
          title: "TikTok asks for your consent",
          clientParam: "app_id",
          codeParam: "auth_code",
          scopeSeparator: ",",
          scopes: SCOPES,
          asksScopes: false,
          mayUntick: false,
          pkce: false,
          responseType: false,
          accounts: () => network.advertisers.map(({ id, name }) => ({ id, name })),
        }),
        ...oauthRoutes(network),
        ...advertiserRoutes(network),
        ...treeRoutes(network),
        ...reportRoutes(network),
        ...fileRoutes(network),
      },
    },
    // A path without the trailing slash does not exist [S]; that the code is 40002 is [?].
    missing: ({ path }) => reply(stage, 40_002, `The request path ${path} does not exist; paths end with a slash.`),
    throttled: () => reply(stage, 40_100, "Too many requests. Please retry later."),
    limit: ({ path }) =>
      path.startsWith(BASE) && LIMITS.some((limit) => allowance.take(limit, "app", stage.wall()).exceeded)
        ? reply(stage, 40_100, "Too many requests. Please retry later.")
        : null,
  });
}

const TokenBody = z.strictObject({
  app_id: z.string(),
  secret: z.string(),
  auth_code: z.string(),
  grant_type: z.string().optional(),
});

function oauthRoutes(network: TiktokNetwork): Routes {
  const { stage, authority, advertisers } = network;
  const { clientId, clientSecret } = authority.application;
  return {
    [`POST ${BASE}/oauth2/access_token/`]: (call) => {
      const body = bodyOf(network, TokenBody, call);
      if (body.app_id !== clientId || body.secret !== clientSecret) refuse(stage, 40_002, "app_id or secret is wrong");
      const tokens = authority.redeem(textOf(body.auth_code), null, null, call.now);
      if (typeof tokens === "string") refuse(stage, 40_110, `auth_code is ${tokens}.`);
      const { accessToken, grant } = tokens;
      return ok(stage, {
        access_token: accessToken,
        advertiser_ids: grant.accounts ?? [],
        scope: grant.scopes.map(Number),
      });
    },
    [`POST ${BASE}/oauth2/revoke_token/`]: (call) => {
      const body = jsonOf(call);
      if (!isObject(body) || body.app_id !== clientId || body.secret !== clientSecret)
        refuse(stage, 40_002, "app_id or secret is wrong");
      return authority.revokeToken(textOf(body.access_token))
        ? ok(stage, {})
        : reply(stage, 40_105, "Access token is incorrect or has been revoked.");
    },
    // The secret is sent in the query [S].
    [`GET ${BASE}/oauth2/advertiser/get/`]: guarded(network, (call) => {
      if (call.query.get("app_id") !== clientId || call.query.get("secret") !== clientSecret)
        refuse(stage, 40_002, "app_id or secret is wrong");
      const grant = authority.holder(call.headers["access-token"] ?? "", call.now);
      const chosen = typeof grant === "string" ? [] : (grant.accounts ?? []);
      const own = advertisers.filter(({ id }) => chosen.includes(id));
      return ok(stage, { list: own.map(({ id, name }) => ({ advertiser_id: id, advertiser_name: name })) });
    }),
  };
}

/** A file is sent with its MD5, or named by URL [S]; that the signature is checked is [K]. */
function fileRoutes(network: TiktokNetwork): Routes {
  const upload = (what: "image" | "video", schema: z.ZodType, call: Call): Reply => {
    const { stage, shelf } = network;
    const file = call.parts.get(`${what}_file`);
    const text = (name: string) => call.parts.get(name)?.bytes.toString("utf8");
    const body = file
      ? { advertiser_id: text("advertiser_id"), file_name: text("file_name") }
      : bodyOf(network, schema, call);
    const advertiser = advertiserOf(network, call, body.advertiser_id);
    if (file && text(`${what}_signature`) !== createHash("md5").update(file.bytes).digest("hex"))
      refuse(stage, 40_002, `${what}_signature: is not the MD5 of the file`);
    const id = what === "video" ? `v10033g5${stage.ids.hex(20)}` : `ad-site-i18n-sg/${stage.ids.hex(24)}`;
    const name = typeof body.file_name === "string" ? body.file_name : null;
    const kept = shelf.add({ what, id, account: advertiser.id, parent: null, name, enabled: false, fields: {} });
    stage.ledger.note(stage.now(), "uploaded", kept);
    const view = { [`${what}_id`]: id, material_id: stage.ids.digits(19), ...(name !== null && { file_name: name }) };
    return ok(stage, what === "video" ? [view] : view);
  };
  return {
    [`POST ${BASE}/file/image/ad/upload/`]: guarded(network, (call) => upload("image", ImageUpload, call)),
    [`POST ${BASE}/file/video/ad/upload/`]: guarded(network, (call) => upload("video", VideoUpload, call)),
  };
}

function advertiserRoutes(network: TiktokNetwork): Routes {
  const { stage, identities } = network;
  return {
    [`GET ${BASE}/advertiser/info/`]: guarded(network, (call) => {
      const ids = queryJson(network, call, "advertiser_ids");
      if (!Array.isArray(ids) || ids.length === 0 || ids.length > 100)
        refuse(stage, 40_002, "advertiser_ids: between 1 and 100 of them");
      const own = ids.map((id) => advertiserOf(network, call, id));
      const views = own.map(({ id, name, currency, zone, status }) =>
        stage.shown(id, { advertiser_id: id, name, currency, timezone: zone, display_timezone: zone, status }),
      );
      return ok(stage, { list: views });
    }),
    [`GET ${BASE}/identity/get/`]: guarded(network, (call) => {
      advertiserOf(network, call, call.query.get("advertiser_id"));
      return ok(stage, {
        identity_list: identities,
        page_info: { page: 1, page_size: 10, total_number: identities.length, total_page: 1 },
      });
    }),
  };
}

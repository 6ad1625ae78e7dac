import { z } from "zod";
import { after } from "../../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { BadRequest, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { integerId } from "../../../ground/kernel/query.ts";
import { beginOf, keyPageOf } from "../applications/application.ts";
import { adapterOf } from "../catalogue.ts";
import { applicationSecrets } from "../host/secrets.ts";
import { connectionFor, disconnect, saveToken } from "./change-connection.ts";
import { refreshAccounts } from "./conclude-consent.ts";
import { CONSENT_LIFE_MS, newState, stateHashOf } from "./consent.ts";
import { insertConsent } from "./consent-store.ts";
import { listPolicies, savePolicy, USUAL_POLICY } from "./policy-store.ts";
import { getOwnConnection, getWired, readConnections, withSetup } from "./read-connections.ts";
import { readToRevoke, revoke } from "./revoke.ts";
import {
  ConnectionPath,
  connectionRowOf,
  HandoffView,
  PolicyBody,
  PolicyView,
  policyViewOf,
  SummaryView,
  TokenBody,
  WiredPath,
  wiredViewOf,
} from "./schema.ts";
import type { WiredStorefront } from "./wired-storefront.ts";

const both = { api: ["buyer", "storefront"], sides: ["BUYER", "SELLER"], tag: "Platform connections" } as const;

/** Lists the storefronts wired to platforms, with the status of each connection. */
export const listStorefrontConnections = operation({
  ...both,
  id: "listStorefrontConnections",
  method: "get",
  path: "/storefront-connections",
  summary: "List the platform storefronts that you can connect, with their state",
  access: "read",
  reach: "market",
  query: z.object({ storefrontId: integerId("storefrontId").optional() }),
  answer: z.object({ items: z.array(SummaryView) }),
  refs: { "query.storefrontId": "storefront" },
  claim: ({ query }, ctx) => readConnections(ctx, query.storefrontId),
  call: (drafts, out) => withSetup(out, drafts),
  settle: async (_, items) => ({ items }),
});

export const connectStorefront = operation({
  ...both,
  id: "connectStorefront",
  method: "post",
  path: "/storefronts/{storefrontId}/connection",
  summary: "Connect a storefront's platform",
  description:
    "Open connectionUrl in a browser and consent at the platform; only the browser that started can complete it, within ten " +
    "minutes. For a platform without OAuth the page asks for its key, which a program may also send: " +
    "PUT /storefront-connections/{connectionId}/token. Call again to renew the consent.",
  access: "manage",
  reach: "market",
  params: WiredPath,
  answer: HandoffView,
  secretAnswer: true,
  errors: [BadRequest, NotFound],
  refs: { "params.storefrontId": "storefront" },
  audit: { resource: "CONNECTION", idIn: "connection.id" },
  claim: ({ params }, ctx) => getWired(ctx, params.storefrontId),
  async call(wired, out) {
    const adapter = adapterOf(wired.provider);
    if (adapter?.oauth && !(await applicationSecrets(out, wired.provider)))
      throw new BadRequest(
        `the operator of this installation has to set its application at ${adapter.describe.displayName} first`,
        { details: { code: "oauth_client_not_configured" } },
      );
    return wired;
  },
  settle: (wired, _, ctx) => handOff(ctx, wired),
});

async function handOff(ctx: Context, wired: WiredStorefront): Promise<z.input<typeof HandoffView>> {
  const connection = await connectionFor(ctx, wired);
  const { publicUrl } = ctx.installation;
  const authModes = adapterOf(wired.provider)?.describe.authModes ?? [];
  const [preferredAuthMode = "bearer"] = authModes;
  const shown = { storefront: wiredViewOf(wired), connection: connectionRowOf(connection) };
  const state = newState(ctx.random);
  await insertConsent(ctx.db, {
    customerId: connection.customerId,
    stateHash: stateHashOf(ctx.vault, state),
    connectionId: connection.connectionId,
    provider: wired.provider,
    storefront: wired.name,
    userId: ctx.viewer.userId,
    email: ctx.viewer.email,
    browserHash: null,
    expiresAt: after(wallOf(ctx), CONSENT_LIFE_MS),
  });
  const pageOf = preferredAuthMode === "bearer" ? keyPageOf : beginOf;
  const connectionUrl = pageOf(publicUrl, wired.provider, state);
  return { ...shown, connectionUrl, authModes: [...authModes], preferredAuthMode };
}

/** Not in the published contract, in which the page at connectionUrl is the only way. */
export const setConnectionToken = operation({
  ...both,
  id: "setConnectionToken",
  ours: true,
  method: "put",
  path: "/storefront-connections/{connectionId}/token",
  summary: "Provide a token for a platform without OAuth consent",
  access: "manage",
  reach: "market",
  params: ConnectionPath,
  body: TokenBody,
  answer: z.object({ connection: HandoffView.shape.connection }),
  errors: [BadRequest, NotFound],
  refs: { "params.connectionId": "connection" },
  audit: { resource: "CONNECTION", in: "claim" },
  async claim({ params, body }, ctx) {
    const { customerId, connectionId } = await saveToken(ctx, params.connectionId, body.token);
    return { customerId, connectionId };
  },
  call: (place, out) => out.perform(refreshAccounts, place),
  async settle({ connectionId }, _, ctx) {
    return { connection: connectionRowOf((await getOwnConnection(ctx, connectionId)).connection) };
  },
});

export const removeStorefrontConnection = operation({
  ...both,
  id: "removeStorefrontConnection",
  method: "delete",
  path: "/storefront-connections/{connectionId}",
  summary: "Disconnect a platform",
  description:
    "The consent is revoked at the platform if possible, and its tokens are deleted here immediately. Campaigns " +
    "running there continue, and can no longer be changed or read from here.",
  access: "manage",
  reach: "market",
  params: ConnectionPath,
  answer: z.object({ archived: z.literal(true) }),
  errors: [NotFound],
  refs: { "params.connectionId": "connection" },
  audit: { resource: "CONNECTION" },
  claim: ({ params }, ctx) => readToRevoke(ctx, params.connectionId),
  // A platform that does not answer must not prevent the removal here.
  call: (held, out) => revoke(out, held),
  async settle({ connection }, _, ctx) {
    await disconnect(ctx, connection.connectionId);
    return { archived: true as const };
  },
});

export const updateStorefrontConnectionPolicy = operation({
  ...both,
  id: "updateStorefrontConnectionPolicy",
  method: "patch",
  path: "/storefronts/{storefrontId}/connection-policy",
  summary: "Set which features of a connected platform are used",
  access: "write",
  reach: "market",
  params: WiredPath,
  body: PolicyBody,
  answer: PolicyView,
  errors: [NotFound],
  refs: { "params.storefrontId": "storefront" },
  audit: { resource: "CONNECTION_POLICY" },
  async handle({ params, body }, ctx) {
    const { storefrontId } = await getWired(ctx, params.storefrontId);
    const { customerId } = ctx.viewer;
    const before = (await listPolicies(ctx.db, customerId, [storefrontId])).get(storefrontId) ?? USUAL_POLICY;
    const policy = {
      buyEnabled: body.buyEnabled ?? before.buyEnabled,
      eventsEnabled: body.eventsEnabled ?? before.eventsEnabled,
      feedsEnabled: body.feedsEnabled ?? before.feedsEnabled,
    };
    await savePolicy(ctx.db, { customerId, storefrontId }, policy, ctx.now);
    return policyViewOf({ ...policy, updatedAt: ctx.now });
  },
});

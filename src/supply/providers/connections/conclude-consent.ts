import { z } from "zod";
import { type CallContext, type Context, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import { step } from "../../../ground/kernel/step.ts";
import { askForAccounts, rememberListing } from "../accounts/list-accounts.ts";
import { callbackOf } from "../applications/application.ts";
import { adapterOf } from "../catalogue.ts";
import type { Grant } from "../contract/oauth.ts";
import type { Result } from "../contract/provider-error.ts";
import { runNow } from "../host/run-now.ts";
import { connectionLife, missingScopes, sealTokens, timesOf } from "./connection.ts";
import { browserHashOf, type Consent, stateHashOf, verifierOf } from "./consent.ts";
import { consumeConsent, findConsentOfAnyCustomer } from "./consent-store.ts";
import { withApplication } from "./renew-connection.ts";
import { saveSourceStatus } from "./source-store.ts";
import { lockConnection, saveConnection } from "./store.ts";

/** The outcome of a browser's trip to a platform and back. */
export type PlatformConsentOutcome =
  | { readonly kind: "connected"; readonly sourceName: string }
  | { readonly kind: "declined"; readonly sourceName: string }
  | { readonly kind: "failed"; readonly sourceName: string }
  /** The state was used, has expired, was begun in another browser or never existed; we do not say which. */
  | { readonly kind: "unknown" };

const findConsent = step({
  name: "providers.find-consent",
  reach: "installation",
  reads: true,
  input: z.object({ customerId: z.int(), provider: z.string(), state: z.string(), browser: z.string() }),
  async handle({ provider, state, browser }, ctx: Context) {
    const bearer = { provider, stateHash: stateHashOf(ctx.vault, state) };
    const found = await findConsentOfAnyCustomer(installationDb(ctx), bearer, wallOf(ctx));
    if (!found || found.browserHash !== browserHashOf(ctx.vault, browser)) return undefined;
    return { customerId: found.customerId, connectionId: found.connectionId };
  },
});

interface ConsumedConsent {
  readonly consent: Consent;
  readonly state: string;
  readonly code: string | null;
}

const finishConsent = step({
  name: "providers.finish-consent",
  input: z.object({ customerId: z.int(), connectionId: z.int(), state: z.string(), query: z.string() }),
  audit: { resource: "CONNECTION", idIn: "connectionId" },
  async claim({ customerId, state, query }, ctx: Context): Promise<ConsumedConsent | undefined> {
    const consent = await consumeConsent(ctx.db, { customerId, stateHash: stateHashOf(ctx.vault, state) }, wallOf(ctx));
    const parameter = consent && adapterOf(consent.provider)?.oauth?.codeParameter;
    return consent && { consent, state, code: new URLSearchParams(query).get(parameter ?? "code") };
  },
  call: redeem,
  async settle({ consent }: ConsumedConsent, redeemed, ctx): Promise<PlatformConsentOutcome> {
    const sourceName = `${adapterOf(consent.provider)?.describe.displayName ?? consent.provider}: ${consent.storefront}`;
    if (redeemed === undefined) return { kind: "declined", sourceName };
    const kept = redeemed.ok && (await saveGrant(ctx, consent, redeemed.value));
    return { kind: kept ? "connected" : "failed", sourceName };
  },
});

/** Exchanges the code for tokens; undefined if there is no code, because the person declined. */
async function redeem({ consent, state, code }: ConsumedConsent, out: CallContext): Promise<Result<Grant> | undefined> {
  const { oauth } = adapterOf(consent.provider) ?? {};
  if (code === null || !oauth) return undefined;
  const secrets = {
    code,
    code_verifier: verifierOf(out.vault, state),
    redirect_uri: callbackOf(out.installation.publicUrl, consent.provider),
  };
  return withApplication(out, consent.provider, secrets, (line) =>
    runNow(out, line, oauth.exchange, null, out.installation.sellerTimeoutMs),
  );
}

/** Stores the grant; returns false if the connection was removed in the meantime. */
async function saveGrant(ctx: Context, consent: Consent, grant: Grant): Promise<boolean> {
  const connection = await lockConnection(ctx.db, consent);
  const { oauth } = adapterOf(consent.provider) ?? {};
  if (!connection || !oauth) return false;
  const { accessToken, refreshToken, scopes } = grant;
  const missing = missingScopes(oauth.scopes, scopes);
  const wall = wallOf(ctx);
  const life = { consentLifeSeconds: oauth.consentLifeSeconds, canRefresh: oauth.refresh !== undefined };
  const statusReason =
    missing.length > 0 ? `not granted: ${missing.join(", ")}; connect it again, and leave everything ticked` : null;
  await saveConnection(
    ctx.db,
    {
      ...connection,
      ...timesOf(grant, life, wall, undefined),
      credentialKind: "OAUTH",
      status: stepped(connectionLife, "consent", connection.status),
      statusReason,
      sealed: sealTokens(ctx.vault, connection, { accessToken, ...(refreshToken !== undefined && { refreshToken }) }),
      scopes: scopes ?? oauth.scopes,
      remindedDays: null,
      lastRefreshedAt: wall,
      attempts: 0,
      // Prevents a concurrent renewal of the previous grant from overwriting this one.
      fence: connection.fence + 1,
      leaseUntil: null,
      connectedBy: consent.email,
    },
    wall,
  );
  if (connection.ownerKind === "operator")
    await saveSourceStatus(ctx.db, connection, { authConfigured: missing.length === 0, error: statusReason });
  return true;
}

/**
 * Completes a consent with what the browser brings back from a platform, on behalf of the person who sent it there;
 * then lists the accounts.
 */
export async function concludePlatformConsent(
  out: Pick<CallContext, "perform">,
  provider: string,
  query: string,
  browser: string | undefined,
): Promise<PlatformConsentOutcome> {
  const state = new URLSearchParams(query).get("state") ?? "";
  const found = await out.perform(findConsent, { customerId: 0, provider, state, browser: browser ?? "" });
  if (!found) return { kind: "unknown" };
  const concluded = await out.perform(finishConsent, { ...found, state, query });
  if (concluded?.kind === "connected") await out.perform(refreshAccounts, found);
  return concluded ?? { kind: "unknown" };
}

/** Lists the accounts of a connection again, if the platform answers. */
export const refreshAccounts = step({
  name: "providers.refresh-accounts",
  input: z.object({ customerId: z.int(), connectionId: z.int() }),
  async claim(place, ctx: Context) {
    const connection = await lockConnection(ctx.db, place);
    return connection?.status === "CONNECTED" ? connection : undefined;
  },
  async call(connection, out) {
    const listed = await askForAccounts(out, connection, out.installation.sellerTimeoutMs);
    if (listed.ok) {
      const { customerId, connectionId } = connection;
      await out.perform(rememberListing, { customerId, connectionId, listed: listed.value });
    }
    return listed;
  },
  async settle(_, listed) {
    return listed;
  },
});

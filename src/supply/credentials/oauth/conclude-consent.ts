import { z } from "zod";
import { type CallContext, type Context, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { browserHashOf, stateHashOf } from "./consent.ts";
import { consumeState, redeemCode, saveGrant, type TakenConsent } from "./finish-consent.ts";
import { findConsentOfAnyCustomer } from "./store.ts";

/** The outcome of a browser's trip to an authorization server and back. */
export type ConsentOutcome =
  | { readonly kind: "connected"; readonly sourceName: string; readonly openerOrigin: string | null }
  /** The person refused, or the server refused on their behalf. */
  | { readonly kind: "declined"; readonly sourceName: string }
  /** The server is unavailable, or its answer was unusable. */
  | { readonly kind: "failed"; readonly sourceName: string }
  /** The state was used, has expired or never existed; we do not say which. */
  | { readonly kind: "unknown" };

/** Finds the consent of a state if this browser began it: in any other browser, the state is worthless. */
const findConsent = step({
  name: "oauth.find-consent",
  reach: "installation",
  reads: true,
  input: z.object({ customerId: z.int(), state: z.string(), browser: z.string() }),
  async handle({ state, browser }, ctx: Context) {
    const found = await findConsentOfAnyCustomer(installationDb(ctx), stateHashOf(ctx.vault, state), wallOf(ctx));
    if (!found || found.browserHash !== browserHashOf(ctx.vault, browser)) return undefined;
    return { customerId: found.customerId, credentialId: found.credentialId };
  },
});

const finishConsent = step({
  name: "oauth.finish-consent",
  input: z.object({ customerId: z.int(), credentialId: z.int(), state: z.string(), query: z.string() }),
  audit: { resource: "CREDENTIAL", idIn: "credentialId" },
  claim: ({ state, query }, ctx) => consumeState(ctx, { state, parameters: new URLSearchParams(query) }),
  call: redeemCode,
  async settle(taken: TakenConsent, redeemed, ctx): Promise<ConsentOutcome> {
    const { sourceName, openerOrigin } = taken.consent;
    if (redeemed.kind === "declined") return { kind: "declined", sourceName };
    const kept = redeemed.kind === "granted" && (await saveGrant(ctx, taken, redeemed));
    return kept ? { kind: "connected", sourceName, openerOrigin } : { kind: "failed", sourceName };
  },
});

/**
 * Completes a consent with what the browser brings back from an authorization server, on behalf of the person who sent
 * it there. `browser` is the browser's secret.
 */
export async function concludeConsent(
  { perform }: Pick<CallContext, "perform">,
  query: string,
  browser: string | undefined,
): Promise<ConsentOutcome> {
  const state = new URLSearchParams(query).get("state") ?? "";
  const consent = await perform(findConsent, { customerId: 0, state, browser: browser ?? "" });
  const concluded = consent && (await perform(finishConsent, { ...consent, state, query }));
  return concluded ?? { kind: "unknown" };
}

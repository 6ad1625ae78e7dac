import * as oauth from "openid-client";
import { z } from "zod";
import { type CallContext, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { browserHashOf, stateHashOf, verifierOf } from "./consent.ts";
import { bindConsentOfAnyCustomer, findConsentOfAnyCustomer } from "./store.ts";

/** What our own page shows a person before sending them to the authorization server. */
export interface ConsentPrompt {
  /** The organisation that would get access to the account. */
  readonly organisation: string;
  readonly sourceName: string;
  /** The host of the authorization server. */
  readonly provider: string;
  readonly origin: string;
}

const Bearer = z.object({ customerId: z.int(), state: z.string() });

const lookAtConsent = step({
  name: "oauth.look-at-consent",
  reach: "installation",
  reads: true,
  input: Bearer,
  async handle({ state }, ctx): Promise<ConsentPrompt | undefined> {
    const consent = await findConsentOfAnyCustomer(installationDb(ctx), stateHashOf(ctx.vault, state), wallOf(ctx));
    if (!consent) return undefined;
    const { organisation, sourceName, authorizationUrl } = consent;
    return {
      organisation,
      sourceName,
      provider: new URL(authorizationUrl).host,
      origin: new URL(authorizationUrl).origin,
    };
  },
});

const bindConsent = step({
  name: "oauth.bind-consent",
  reach: "installation",
  input: Bearer.extend({ browser: z.string() }),
  async handle({ state, browser }, ctx): Promise<string | undefined> {
    const bearer = { stateHash: stateHashOf(ctx.vault, state), browserHash: browserHashOf(ctx.vault, browser) };
    const begun = await bindConsentOfAnyCustomer(installationDb(ctx), bearer, wallOf(ctx));
    if (begun === undefined) return undefined;
    const url = new URL(begun);
    url.searchParams.set("state", state);
    url.searchParams.set("code_challenge", await oauth.calculatePKCECodeChallenge(verifierOf(ctx.vault, state)));
    return url.href;
  },
});

type PerformContext = Pick<CallContext, "perform">;

/** Who asks for which consent; undefined if the state is used, expired or unknown. */
export function readConsent({ perform }: PerformContext, state: string): Promise<ConsentPrompt | undefined> {
  return perform(lookAtConsent, { customerId: 0, state });
}

/**
 * Binds a consent to the browser that begins it, and returns the URL to continue at. Undefined if the state is used,
 * expired or unknown, or another browser has begun it.
 */
export function beginConsent({ perform }: PerformContext, state: string, browser: string): Promise<string | undefined> {
  return perform(bindConsent, { customerId: 0, state, browser });
}

import { z } from "zod";
import { type CallContext, type Context, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { callbackOf } from "../applications/application.ts";
import { findApplication } from "../applications/store.ts";
import { adapterOf } from "../catalogue.ts";
import { addressOf } from "../host/address.ts";
import { authorizeUrl, browserHashOf, stateHashOf, verifierOf } from "./consent.ts";
import { bindConsentOfAnyCustomer, findConsentOfAnyCustomer } from "./consent-store.ts";

/** What our own page shows a person before sending them to the platform. */
interface ConsentPrompt {
  /** The organisation that would get access to the platform's account. */
  readonly organisation: string;
  readonly sourceName: string;
  /** The host of the platform's consent page. */
  readonly provider: string;
  readonly origin: string;
}

const Bearer = z.object({ customerId: z.int(), provider: z.string(), state: z.string() });

const lookAtConsent = step({
  name: "providers.look-at-consent",
  reach: "installation",
  reads: true,
  input: Bearer,
  async handle({ provider, state }, ctx: Context): Promise<ConsentPrompt | undefined> {
    const found = await findFor(ctx, provider, state);
    if (!found) return undefined;
    const { consent, base, describe } = found;
    const { organisation, storefront } = consent;
    return {
      organisation,
      sourceName: `${describe.displayName}: ${storefront}`,
      provider: new URL(base).host,
      origin: new URL(base).origin,
    };
  },
});

const bindConsent = step({
  name: "providers.bind-consent",
  reach: "installation",
  input: Bearer.extend({ browser: z.string() }),
  async handle({ provider, state, browser }, ctx: Context): Promise<string | undefined> {
    const found = await findFor(ctx, provider, state);
    const application = found && (await findApplication(installationDb(ctx), found.describe.provider));
    if (!found || !application) return undefined;
    const bearer = { stateHash: stateHashOf(ctx.vault, state), browserHash: browserHashOf(ctx.vault, browser) };
    if (!(await bindConsentOfAnyCustomer(installationDb(ctx), bearer, wallOf(ctx)))) return undefined;
    return authorizeUrl(found.oauth, {
      base: found.base,
      clientId: application.clientId,
      redirectUri: callbackOf(ctx.installation.publicUrl, provider),
      state,
      verifier: verifierOf(ctx.vault, state),
    });
  },
});

async function findFor(ctx: Context, provider: string, state: string) {
  const bearer = { provider, stateHash: stateHashOf(ctx.vault, state) };
  const consent = await findConsentOfAnyCustomer(installationDb(ctx), bearer, wallOf(ctx));
  const adapter = consent && adapterOf(consent.provider);
  if (!consent || !adapter?.oauth) return undefined;
  const { describe, oauth } = adapter;
  const base = addressOf({ host: oauth.authorizeHost, path: "" }, describe.hosts, ctx.installation).href;
  return { consent, describe, oauth, base };
}

type PerformContext = Pick<CallContext, "perform">;

/** Who asks for which consent; undefined if the state is used, expired or unknown. */
export function readPlatformConsent({ perform }: PerformContext, provider: string, state: string) {
  return perform(lookAtConsent, { customerId: 0, provider, state });
}

/** Binds a consent to the browser that begins it, and returns the URL to continue at. */
export function beginPlatformConsent({ perform }: PerformContext, provider: string, state: string, browser: string) {
  return perform(bindConsent, { customerId: 0, provider, state, browser });
}

import { z } from "zod";
import { type CallContext, type Context, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { adapterOf } from "../catalogue.ts";
import { saveBearer } from "./change-connection.ts";
import { refreshAccounts } from "./conclude-consent.ts";
import { browserHashOf, stateHashOf } from "./consent.ts";
import { bindConsentOfAnyCustomer, consumeConsent, findConsentOfAnyCustomer } from "./consent-store.ts";
import { lockConnection } from "./store.ts";

/** What our own page shows a person who enters the key of a platform that has no consent. */
export interface KeyPrompt {
  /** The organisation that would get the key. */
  readonly organisation: string;
  readonly sourceName: string;
  readonly platform: string;
}

/** The outcome. A key that was refused or could not be tested may be sent again while its page is valid. */
export type KeyTaken = "connected" | "refused" | "unanswered";

const Bearer = z.object({ customerId: z.int(), provider: z.string(), state: z.string() });

const lookForKey = step({
  name: "providers.look-for-key",
  reach: "installation",
  reads: true,
  input: Bearer,
  async handle({ provider, state }, ctx: Context): Promise<KeyPrompt | undefined> {
    return (await findFor(ctx, provider, state))?.asked;
  },
});

const bindKey = step({
  name: "providers.bind-key",
  reach: "installation",
  input: Bearer.extend({ browser: z.string() }),
  async handle({ provider, state, browser }, ctx: Context) {
    const found = await findFor(ctx, provider, state);
    if (!found) return undefined;
    const bearer = { stateHash: stateHashOf(ctx.vault, state), browserHash: browserHashOf(ctx.vault, browser) };
    if (!(await bindConsentOfAnyCustomer(installationDb(ctx), bearer, wallOf(ctx)))) return undefined;
    const { customerId, connectionId, email } = found.consent;
    return { place: { customerId, connectionId }, email, asked: found.asked };
  },
});

async function findFor(ctx: Context, provider: string, state: string) {
  const bearer = { provider, stateHash: stateHashOf(ctx.vault, state) };
  const consent = await findConsentOfAnyCustomer(installationDb(ctx), bearer, wallOf(ctx));
  const describe = consent && adapterOf(consent.provider)?.describe;
  if (!consent || !describe?.authModes.includes("bearer")) return undefined;
  const { organisation, storefront } = consent;
  const platform = describe.displayName;
  return { consent, asked: { organisation, platform, sourceName: `${platform}: ${storefront}` } };
}

/** Encrypts the key before it is tested; it is stored nowhere else. The first key that the platform accepts uses the page up. */
const saveKey = step({
  name: "providers.keep-key",
  input: z.object({
    customerId: z.int(),
    connectionId: z.int(),
    state: z.string(),
    key: z.string(),
    email: z.string().nullable(),
  }),
  audit: { resource: "CONNECTION", idIn: "connectionId" },
  async claim({ customerId, connectionId, state, key, email }, ctx: Context) {
    const connection = await lockConnection(ctx.db, { customerId, connectionId });
    if (!connection) return undefined;
    await saveBearer(ctx, connection, key, email);
    return { place: { customerId, connectionId }, state };
  },
  call: ({ place }, out) => out.perform(refreshAccounts, place),
  async settle(
    { place: { customerId, connectionId }, state },
    listed,
    ctx,
  ): Promise<{ connectionId: number; taken: KeyTaken }> {
    const isTaken = listed?.ok === true;
    if (isTaken) await consumeConsent(ctx.db, { customerId, stateHash: stateHashOf(ctx.vault, state) }, wallOf(ctx));
    const isRefused = listed?.ok === false && listed.error.kind === "auth_revoked";
    return { connectionId, taken: isTaken ? "connected" : isRefused ? "refused" : "unanswered" };
  },
});

type PerformContext = Pick<CallContext, "perform">;

/** Who asks for a key; undefined if the state is used, expired or unknown. */
export function readPlatformKey({ perform }: PerformContext, provider: string, state: string) {
  return perform(lookForKey, { customerId: 0, provider, state });
}

/** Stores and tests a key that a browser sends; undefined if the page is used up, expired, or belongs to another browser. */
export async function acceptPlatformKey(
  { perform }: PerformContext,
  {
    key,
    ...bearer
  }: { readonly provider: string; readonly state: string; readonly browser: string; readonly key: string },
): Promise<{ readonly asked: KeyPrompt; readonly taken: KeyTaken } | undefined> {
  const bound = await perform(bindKey, { customerId: 0, ...bearer });
  if (!bound) return undefined;
  const { place, email, asked } = bound;
  const kept = await perform(saveKey, { ...place, state: bearer.state, key, email });
  return kept && { asked, taken: kept.taken };
}

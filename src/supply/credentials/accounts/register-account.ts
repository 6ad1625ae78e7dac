import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { step } from "../../../ground/kernel/step.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import type { AccountRegistration, RegisteredAccount } from "../../../ground/seller-agent/index.ts";
import { listPlacesOfAgents } from "../../marketplace/index.ts";
import { Auth, isAuthLeftOut, type Source } from "../../sources/index.ts";
import { storefrontRef } from "../../storefronts/index.ts";
import { type Credential, openCredential } from "../credential.ts";
import {
  type CredentialToRegister,
  draftCredential,
  type Registered,
  registerCredential,
  sourceFor,
  tryCredential,
} from "../register-credential.ts";
import { findAccount, listWorkingCredentials } from "../store.ts";
import { sourceOf } from "./account-listing.ts";

/** Registers an account for the viewer. It belongs to the demand side, so everything happens in the buyer's own tenant. */
export async function registerAccount(
  host: Host,
  { customerId }: Viewer,
  registration: AccountRegistration,
  requestId: string,
): Promise<RegisteredAccount> {
  const registered = await perform(register, { customerId, ...registration }, requestId, host);
  if (!registered) throw new Error(`customer ${customerId} is gone`);
  return registered;
}

/** An account that is already registered, or one to register. */
type Claimed =
  | { readonly kind: "held"; readonly held: Registered }
  | { readonly kind: "new"; readonly draft: CredentialToRegister };

const register = step({
  name: "credentials.register-account",
  input: z.object({
    customerId: z.int(),
    storefront: z.string(),
    sourceId: z.string(),
    accountIdentifier: z.string().optional(),
    auth: z.unknown(),
    registeredBy: z.string().nullable(),
  }),

  async claim({ storefront, sourceId, accountIdentifier, auth, registeredBy }, ctx): Promise<Claimed> {
    const { data: storefrontId } = storefrontRef.safeParse(storefront);
    if (!storefrontId) throw new NotFound(`there is no source ${sourceId} in storefront ${storefront}`);
    const source = await sourceFor(ctx, { storefrontId, sourceId });
    const account = { customerId: ctx.viewer.customerId, agentId: source.agentId, accountIdentifier };
    const held =
      accountIdentifier === undefined ? undefined : await findAccount(ctx.db, { ...account, accountIdentifier });
    if (held && (isAuthLeftOut(auth) ? held.status === "ACTIVE" : isOpenedBy(ctx, held, auth)))
      return { kind: "held", held: { credential: held, source } };
    const body = { accountIdentifier, auth: isAuthLeftOut(auth) ? await authHeldAt(ctx, source) : auth };
    const draft = await draftCredential(ctx, { storefrontId, sourceId }, body);
    return { kind: "new", draft: { ...draft, credential: { ...draft.credential, registeredBy } } };
  },

  call: async (claimed, ctx) => (claimed.kind === "new" ? tryCredential(claimed.draft, ctx) : undefined),

  async settle(claimed, arranged, ctx): Promise<RegisteredAccount> {
    const registered = claimed.kind === "held" ? claimed.held : await registerCredential(ctx, claimed.draft, arranged);
    const places = await listPlacesOfAgents(ctx.db, ctx.viewer, [registered.credential.agentId]);
    const { credentialId, agentId, accountIdentifier, status, registeredBy, createdAt } = registered.credential;
    const sources = places.map(sourceOf);
    const oauth = consentFor(registered);
    return { credentialId, agentId, accountIdentifier, status, registeredBy, createdAt, sources, oauth };
  },
});

/** Whether the request repeats the stored credential. */
function isOpenedBy({ vault }: Context, held: Credential, auth: unknown): boolean {
  const kept = openCredential(vault, held);
  const { data: sent } = Auth.safeParse(auth);
  return kept !== undefined && isDeepStrictEqual(kept, sent);
}

/**
 * The credential of the buyer's newest account at the agent, unless it is an OAuth consent, which has to be given for
 * each account separately.
 */
async function authHeldAt({ db, vault, viewer }: Context, { agentId }: Source): Promise<Auth | undefined> {
  const [newest] = await listWorkingCredentials(db, viewer.customerId, agentId === null ? [] : [agentId]);
  return newest && openCredential(vault, newest);
}

function consentFor({ source, authorizationUrl }: Registered): RegisteredAccount["oauth"] {
  const { storefrontId, sourceId, name: sourceName } = source;
  return authorizationUrl === undefined ? null : { authorizationUrl, storefrontId, sourceId, sourceName };
}

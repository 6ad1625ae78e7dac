import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { AccessDenied, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import type { SecretPlace, Vault } from "../../../ground/vault/index.ts";
import { discover } from "./openid-client.ts";
import { complaintOfIssuer, GOOGLE, type IdentityProvider, type SealedProvider } from "./provider.ts";
import { deleteProvider, findProvider, saveProvider } from "./store.ts";

export interface ProviderForm extends Pick<IdentityProvider, "kind" | "name" | "clientId" | "joinsAs"> {
  /** Omitted for kinds with a fixed issuer. */
  readonly issuer?: string | undefined;
  /** Omit it to keep the current secret, for the same client at the same issuer. */
  readonly clientSecret?: string | undefined;
}

/** The settings to store after the issuer has answered. The secret is encrypted already. */
export type Draft = Omit<SealedProvider, "createdAt" | "updatedAt">;

/**
 * Applications may not do this: people could sign in with a provider of an application's choice even after the application's consent has
 * ended. Throws `AccessDenied`.
 */
export function checkMayDelegate({ scopes }: Viewer): void {
  if (scopes)
    throw new AccessDenied("an application cannot change your organisation's identity provider: do it in the console");
}

/** Throws `AccessDenied` and `Invalid`. */
export async function draftProvider(ctx: Context, form: ProviderForm): Promise<Draft> {
  checkMayDelegate(ctx.viewer);
  const { db, viewer, vault } = ctx;
  const { customerId } = viewer;
  const { clientSecret, kind, name, clientId, joinsAs, issuer = GOOGLE } = form;
  const complaint = complaintOfIssuer(kind, issuer);
  if (complaint !== undefined) throw new Invalid(`issuer: ${complaint}`, { field: "issuer" });
  const known = await findProvider(db, customerId);
  const isSame = known?.issuer === issuer && known.clientId === clientId;
  const sealed = clientSecret === undefined ? isSame && known.sealed : vault.seal(clientSecret, placeOf(customerId));
  if (!sealed) throw new Invalid("clientSecret: a new clientId needs its clientSecret", { field: "clientSecret" });
  return { customerId, kind, name, issuer, clientId, joinsAs, sealed };
}

/** Fetches the issuer's metadata, so that mistakes are found immediately. Throws `Invalid`. */
export async function checkIssuer(draft: Draft, { outbound, vault }: CallContext): Promise<void> {
  const complaint = outbound.complaint(draft.issuer);
  if (complaint !== undefined) throw new Invalid(`issuer: ${complaint}`, { field: "issuer" });
  try {
    await discover({ ...draft, secret: secretOf(draft, vault) }, outbound);
  } catch (cause) {
    throw new Invalid(
      `issuer: ${draft.issuer} does not answer as an OpenID Connect provider: check the address, and try again`,
      { field: "issuer", cause },
    );
  }
}

export async function storeProvider({ db, now }: Context, draft: Draft): Promise<IdentityProvider> {
  const known = await findProvider(db, draft.customerId);
  const provider = { ...draft, createdAt: known?.createdAt ?? now, updatedAt: now };
  await saveProvider(db, provider);
  return provider;
}

/** From now on nobody can sign in with it; existing sessions continue. Throws `NotFound`. */
export async function removeProvider({ db, viewer }: Context): Promise<void> {
  if (!(await deleteProvider(db, viewer.customerId)))
    throw new NotFound("your organisation has no identity provider: PUT /api/v2/identity-provider");
}

export function secretOf({ customerId, sealed }: Pick<SealedProvider, "customerId" | "sealed">, vault: Vault): string {
  return vault.open(sealed, placeOf(customerId));
}

function placeOf(customerId: number): SecretPlace {
  return { customerId, table: "identity_providers", rowId: String(customerId), field: "sealed" };
}

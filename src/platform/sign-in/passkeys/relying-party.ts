import { hashSecret, type Vault } from "../../../ground/vault/index.ts";

/** The relying party: the host of the public URL, so that a passkey created here only works here. */
export function relyingPartyOf(publicUrl: string): { readonly rpId: string; readonly origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { rpId: hostname, origin };
}

/** The user handle. It reveals nothing about the person (Web Authentication, 14.6.1). */
export function userHandleOf(userId: number, vault: Vault): string {
  return hashSecret(vault.pepper("passkey-people"), String(userId));
}

import { hashSecret, type Vault } from "../../../ground/vault/index.ts";

/** Who asks for passkeys: the host of the public URL, so that one made here works here alone. */
export function relyingPartyOf(publicUrl: string): { readonly rpId: string; readonly origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { rpId: hostname, origin };
}

/** What authenticators know a person by; it says nothing of them (Web Authentication, 14.6.1). */
export function userHandleOf(userId: number, vault: Vault): string {
  return hashSecret(vault.pepper("passkey-people"), String(userId));
}

import { lifecycle } from "../../ground/kernel/lifecycle.ts";
import type { SecretPlace, Vault } from "../../ground/vault/index.ts";
import { Auth } from "../sources/index.ts";

/** The `authType` of a credential to which the buyer consents at the agent's own authorization server. */
export const OAUTH = "oauth";

export type CredentialState = "PENDING" | "ACTIVE";

export const credentialLife = lifecycle<CredentialState, "open" | "shut">({
  noun: "credential",
  starts: ["PENDING", "ACTIVE"],
  states: {
    PENDING: "its buyer still has to consent at the agent's authorization server, or to consent again",
    ACTIVE: "it works at the agent",
  },
  transitions: { open: { PENDING: "ACTIVE", ACTIVE: "ACTIVE" }, shut: { ACTIVE: "PENDING", PENDING: "PENDING" } },
});

/** A buyer's access to an agent. It covers every source behind which the agent is. */
export interface Credential {
  readonly credentialId: number;
  readonly customerId: number;
  readonly agentId: string;
  /** The storefront through which it was registered. */
  readonly storefrontId: number;
  /** The buyer's own name for its account there, unique within the agent. */
  readonly accountIdentifier: string;
  /** The account's first name, under which orders remember it. */
  readonly knownAs: string;
  readonly accountType: "CLIENT" | "MARKETPLACE";
  readonly status: CredentialState;
  /** Why it no longer works, and what to do; null if there is nothing to report. */
  readonly statusReason: string | null;
  readonly authType: string;
  readonly registeredBy: string | null;
  /** Can only be decrypted for the buyer; null while PENDING. */
  readonly sealed: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewCredential = Omit<
  Credential,
  "credentialId" | "knownAs" | "statusReason" | "sealed" | "createdAt" | "updatedAt"
>;

type CredentialPlace = Pick<Credential, "customerId" | "credentialId">;

export function sealAuth(vault: Vault, place: CredentialPlace, auth: Auth): string {
  return vault.seal(JSON.stringify(auth), placeOf(place));
}

/** The secret as the buyer sent it; undefined if OAuth is used, so that the buyer never sent one. */
export function openCredential(vault: Vault, { sealed, ...place }: Credential): Auth | undefined {
  return sealed === null ? undefined : Auth.parse(JSON.parse(vault.open(sealed, placeOf(place))));
}

function placeOf({ customerId, credentialId }: CredentialPlace): SecretPlace {
  return { customerId, table: "credentials", rowId: String(credentialId), field: "sealed" };
}

import type { AgentAuth } from "../../ground/seller-agent/connection.ts";
import type { SecretPlace, Vault } from "../../ground/vault/index.ts";
import { Auth, toAgentAuth } from "../sources/index.ts";

/** What a buyer opens an agent with. It covers every source that the agent stands behind. */
export interface Credential {
  readonly credentialId: number;
  readonly customerId: number;
  readonly agentId: string;
  /** The storefront through which it was registered. */
  readonly storefrontId: number;
  /** The buyer's own name for its account there; no two at one agent are the same. */
  readonly accountIdentifier: string;
  readonly accountType: "CLIENT" | "MARKETPLACE";
  readonly status: "PENDING" | "ACTIVE";
  readonly authType: string;
  readonly registeredBy: string | null;
  /** Opens under the buyer's name alone; null while PENDING. */
  readonly sealed: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewCredential = Omit<Credential, "credentialId" | "sealed" | "createdAt" | "updatedAt">;

type CredentialPlace = Pick<Credential, "customerId" | "credentialId">;

export function sealAuth(vault: Vault, place: CredentialPlace, auth: Auth): string {
  return vault.seal(JSON.stringify(auth), placeOf(place));
}

/** As an agent is called with it; undefined where there is nothing to call with yet: a consent pending, or a JWT. */
export function openCredential(vault: Vault, { sealed, ...place }: Credential): AgentAuth | undefined {
  return sealed === null ? undefined : toAgentAuth(Auth.parse(JSON.parse(vault.open(sealed, placeOf(place)))));
}

function placeOf({ customerId, credentialId }: CredentialPlace): SecretPlace {
  return { customerId, table: "credentials", rowId: String(credentialId), field: "sealed" };
}

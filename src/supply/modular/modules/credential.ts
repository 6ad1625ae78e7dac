import type { SecretPlace } from "../../../ground/vault/index.ts";
import type { JsonRecord } from "../avails/avail.ts";
import type { CredentialKind } from "./module.ts";

/** The credential for a module's upstream system, without the secret. */
export interface Credential {
  readonly credentialId: number;
  readonly kind: CredentialKind;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  readonly lastRefreshedAt: Date | null;
  readonly metadata: JsonRecord;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revokedAt: Date | null;
}

export type NewCredential = Pick<Credential, "kind" | "scopes" | "expiresAt" | "lastRefreshedAt" | "metadata">;

export function credentialStatusOf({ revokedAt, expiresAt }: Credential, now: Date): "ACTIVE" | "EXPIRED" | "REVOKED" {
  if (revokedAt) return "REVOKED";
  return expiresAt && expiresAt <= now ? "EXPIRED" : "ACTIVE";
}

export function placeOf(customerId: number, credentialId: number): SecretPlace {
  return { customerId, table: "modular_credentials", rowId: String(credentialId), field: "sealed" };
}

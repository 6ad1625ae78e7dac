import { newId } from "../ground/kernel/ids.ts";
import type { CustomerKind, MemberRole } from "../ground/kernel/viewer.ts";
import { insertApiKey, mintKey } from "../platform/api-keys/index.ts";
import { insertCustomerOfInstallation, insertMemberOfInstallation } from "../platform/customers/index.ts";
import type { Interchange } from "./compose.ts";

export interface NewOrganisation {
  readonly kind: CustomerKind;
  readonly company: string;
  readonly domain?: string | null;
  /** Its first member, who holds the key. */
  readonly email: string;
  readonly role: MemberRole;
  readonly parentId?: number | null;
  readonly sandbox: boolean;
  readonly readOnlyKey?: boolean;
}

/** Adds an organisation with its first member and their API key, which is told here and never again. */
export async function addOrganisation(
  { host, database, keyPepper }: Pick<Interchange, "host" | "database" | "keyPepper">,
  { kind, company, domain = null, email, role, parentId = null, sandbox, readOnlyKey = false }: NewOrganisation,
): Promise<{ customerId: number; key: string }> {
  const now = host.clock.now();
  const minted = mintKey(host.random, keyPepper);
  const customerId = await database.writeInstallation(async (db) => {
    const customerId = await insertCustomerOfInstallation(db, { kind, company, domain, parentId, sandbox }, now);
    const userId = await insertMemberOfInstallation(db, customerId, email, role, now);
    const apiKeyId = newId("apiKey", host.random);
    await insertApiKey(
      db,
      { customerId, apiKeyId, userId, name: "First key", readOnly: readOnlyKey, expiresAt: null },
      minted,
      now,
    );
    return customerId;
  });
  return { customerId, key: minted.key };
}

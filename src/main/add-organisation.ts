import type { CustomerKind, MemberRole } from "../ground/kernel/viewer.ts";
import { issueKey } from "../platform/api-keys/index.ts";
import { insertCustomerOfInstallation, insertMemberOfInstallation } from "../platform/customers/index.ts";
import type { Interchange } from "./compose.ts";

export interface NewOrganisation {
  readonly kind: CustomerKind;
  readonly company: string;
  readonly domain?: string | null;
  /** The first member, who receives the key. */
  readonly email: string;
  readonly role: MemberRole;
  readonly parentId?: number | null;
  readonly sandbox: boolean;
  readonly readOnlyKey?: boolean;
}

/** Adds an organisation with its first member and an API key for that member, which is shown only this once. */
export async function addOrganisation(
  { host, database }: Pick<Interchange, "host" | "database">,
  { kind, company, domain = null, email, role, parentId = null, sandbox, readOnlyKey = false }: NewOrganisation,
): Promise<{ customerId: number; key: string }> {
  const now = host.clock.now();
  const { random, vault } = host;
  return database.writeInstallation(async (db) => {
    const customerId = await insertCustomerOfInstallation(db, { kind, company, domain, parentId, sandbox }, now);
    const userId = await insertMemberOfInstallation(db, customerId, email, role, now);
    const first = { name: "First key", description: null, readOnly: readOnlyKey, expiresAt: null };
    const { key } = await issueKey({ db, vault, random, now }, { ...first, customerId, userId });
    return { customerId, key };
  });
}

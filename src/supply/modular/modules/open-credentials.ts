import type { Context } from "../../../ground/kernel/context.ts";
import { placeOf } from "./credential.ts";
import type { UpstreamAccess } from "./module.ts";
import type { ModuleInstance } from "./module-instance.ts";
import { findSealedCredentials } from "./store.ts";

/** The credentials for a module's upstream system. They contain secrets, and exist only for one call. */
export async function openCredentials(
  { db, vault }: Pick<Context, "db" | "vault">,
  customerId: number,
  { moduleRowId }: ModuleInstance,
): Promise<UpstreamAccess["credentials"]> {
  const sealed = await findSealedCredentials(db, customerId, moduleRowId);
  return Object.fromEntries(
    sealed.map((one) => [one.kind, JSON.parse(vault.open(one.sealed, placeOf(customerId, one.credentialId)))]),
  );
}

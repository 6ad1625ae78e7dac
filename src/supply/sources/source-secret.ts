import type { Context } from "../../ground/kernel/context.ts";
import type { SecretPlace } from "../../ground/vault/index.ts";
import { StoredAuth } from "./consents/stored-auth.ts";
import type { Source } from "./source.ts";
import { deleteSealedAuth, findSealedAuths, saveSealedAuth } from "./store.ts";

type Opener = Pick<Context, "db" | "vault">;

/** Stores the seller's credential for the agent, if there is one. */
export async function saveAuth(
  { db, vault, now }: Context,
  source: Source,
  auth: StoredAuth | undefined,
): Promise<void> {
  if (auth) await saveSealedAuth(db, source, auth.type, vault.seal(JSON.stringify(auth), placeOf(source)), now);
  else if (!source.authConfigured) await deleteSealedAuth(db, source);
}

/** The seller's decrypted credential for one of its sources; undefined if it has provided none. */
export async function openAuth({ db, vault }: Opener, source: Source): Promise<StoredAuth | undefined> {
  const sealed = (await findSealedAuths(db, source.customerId, [source.inventorySourceId])).get(
    source.inventorySourceId,
  );
  return sealed === undefined ? undefined : opened(vault, sealed, source);
}

/** The seller's decrypted credential for each of its sources, by source number. Only the seller's own transaction finds any. */
export async function openAuths(
  { db, vault }: Opener,
  sources: readonly Source[],
): Promise<ReadonlyMap<number, StoredAuth>> {
  const locked = sources.filter(({ authConfigured }) => authConfigured);
  const [first] = locked;
  if (!first) return new Map();
  const numbers = locked.map(({ inventorySourceId }) => inventorySourceId);
  const sealed = await findSealedAuths(db, first.customerId, numbers);
  const auths = new Map<number, StoredAuth>();
  for (const source of locked) {
    const text = sealed.get(source.inventorySourceId);
    if (text !== undefined) auths.set(source.inventorySourceId, opened(vault, text, source));
  }
  return auths;
}

function opened(vault: Opener["vault"], sealed: string, source: Source): StoredAuth {
  return StoredAuth.parse(JSON.parse(vault.open(sealed, placeOf(source))));
}

function placeOf({ customerId, inventorySourceId }: Source): SecretPlace {
  return { customerId, table: "source_secrets", rowId: String(inventorySourceId), field: "sealed" };
}

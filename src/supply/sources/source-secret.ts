import type { Context } from "../../ground/kernel/context.ts";
import type { SecretPlace } from "../../ground/vault/index.ts";
import { KeptAuth } from "./consents/kept-auth.ts";
import type { Source } from "./source.ts";
import { deleteSealedAuth, findSealedAuths, saveSealedAuth } from "./store.ts";

type Opener = Pick<Context, "db" | "vault">;

/** Keeps what the seller opens the agent with; a source without one keeps nothing. */
export async function keepAuth({ db, vault, now }: Context, source: Source, auth: KeptAuth | undefined): Promise<void> {
  if (auth) await saveSealedAuth(db, source, auth.type, vault.seal(JSON.stringify(auth), placeOf(source)), now);
  else if (!source.authConfigured) await deleteSealedAuth(db, source);
}

/** What the seller opens one of its sources with, whole; undefined where it has given nothing. */
export async function openAuth({ db, vault }: Opener, source: Source): Promise<KeptAuth | undefined> {
  const sealed = (await findSealedAuths(db, source.customerId, [source.inventorySourceId])).get(
    source.inventorySourceId,
  );
  return sealed === undefined ? undefined : opened(vault, sealed, source);
}

/** What the seller opens each of its sources with, by the source's number. Only the seller's own transaction finds anything. */
export async function openAuths(
  { db, vault }: Opener,
  sources: readonly Source[],
): Promise<ReadonlyMap<number, KeptAuth>> {
  const locked = sources.filter(({ authConfigured }) => authConfigured);
  const [first] = locked;
  if (!first) return new Map();
  const numbers = locked.map(({ inventorySourceId }) => inventorySourceId);
  const sealed = await findSealedAuths(db, first.customerId, numbers);
  const auths = new Map<number, KeptAuth>();
  for (const source of locked) {
    const text = sealed.get(source.inventorySourceId);
    if (text !== undefined) auths.set(source.inventorySourceId, opened(vault, text, source));
  }
  return auths;
}

function opened(vault: Opener["vault"], sealed: string, source: Source): KeptAuth {
  return KeptAuth.parse(JSON.parse(vault.open(sealed, placeOf(source))));
}

function placeOf({ customerId, inventorySourceId }: Source): SecretPlace {
  return { customerId, table: "source_secrets", rowId: String(inventorySourceId), field: "sealed" };
}

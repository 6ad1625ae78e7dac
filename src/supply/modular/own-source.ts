import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import type { ModularSource } from "./modular-source.ts";
import { findModularSource } from "./store.ts";

/** The viewer's modular source with this name; a source of another kind counts as missing. */
export async function getOwnSource(
  { db, viewer }: Pick<Context, "db" | "viewer">,
  sourceId: string,
): Promise<ModularSource> {
  const source = await findModularSource(db, viewer.customerId, sourceId);
  if (!source) throw new NotFound(`there is no modular source ${sourceId}`);
  return source;
}

import type { Context } from "../../ground/kernel/context.ts";
import { addModularSource } from "../sources/modular/index.ts";
import { lockOwnStorefront } from "../storefronts/index.ts";
import type { ModularSource } from "./modular-source.ts";
import { contractOf } from "./modules/catalogue.ts";
import { nextInstanceId } from "./modules/module-instance.ts";
import { insertModule } from "./modules/store.ts";
import { getOwnSource } from "./own-source.ts";
import type { NewFeedSource } from "./schema.ts";
import { insertModularSource } from "./store.ts";

/**
 * Adds a source that is supplied by a feed, with a ledger unless its seller keeps one elsewhere. It starts selling as
 * soon as it has avails.
 */
export async function createFeedSource(ctx: Context, body: NewFeedSource): Promise<ModularSource> {
  const { name, sourceId, includeBookingLedger, ...setup } = body;
  await lockOwnStorefront(ctx);
  const source = await addModularSource(ctx, { name, sourceId });
  const place = { customerId: source.customerId, inventorySourceId: source.inventorySourceId };
  await insertModularSource(ctx.db, place, setup);
  const contracts = ["static-avails-feed:v1", ...(includeBookingLedger ? ["booking-ledger:v1"] : [])];
  for (const contractId of contracts) {
    const contract = contractOf(contractId);
    if (!contract) throw new Error(`the catalogue has no ${contractId}`);
    const { primaryKind: kind, displayName } = contract;
    const module = { moduleInstanceId: nextInstanceId(kind, []), contractId, kind, name: displayName, config: {} };
    await insertModule(ctx.db, place, module, ctx.now);
  }
  return getOwnSource(ctx, source.sourceId);
}

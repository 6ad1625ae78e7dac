import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import type { Discovery } from "./discovery.ts";
import { findDiscovery, lockDiscovery } from "./store.ts";

export async function getDiscovery({ db, viewer }: Context, discoveryId: string): Promise<Discovery> {
  return (await findDiscovery(db, viewer.customerId, discoveryId)) ?? missing(discoveryId);
}

/** The session for writing: writers of one session wait for each other, so that no additions are lost. */
export async function lockDiscoveryForWriting({ db, viewer }: Context, discoveryId: string): Promise<Discovery> {
  return (await lockDiscovery(db, viewer.customerId, discoveryId)) ?? missing(discoveryId);
}

function missing(discoveryId: string): never {
  throw new NotFound(`there is no discovery session ${discoveryId}`);
}

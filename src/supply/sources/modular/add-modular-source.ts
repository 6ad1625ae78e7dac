import type { Context } from "../../../ground/kernel/context.ts";
import { lockOwnStorefront } from "../../storefronts/index.ts";
import { freeSlug, taken } from "../add-source.ts";
import { modularAgentId, type Source } from "../source.ts";
import { insertSource, listSources } from "../store.ts";

/** Adds a source made of modules. It only needs the seller's own rows, so nobody has to be asked first. */
export async function addModularSource(
  ctx: Context,
  { name, sourceId: asked }: { readonly name: string; readonly sourceId?: string | undefined },
): Promise<Source> {
  const { storefrontId } = await lockOwnStorefront(ctx);
  const { customerId } = ctx.viewer;
  const known = new Set((await listSources(ctx.db, customerId)).map(({ sourceId }) => sourceId));
  if (asked !== undefined && known.has(asked)) throw taken(asked);
  const sourceId = asked ?? freeSlug(name, known);
  const added = await insertSource(
    ctx.db,
    {
      customerId,
      storefrontId,
      sourceId,
      name,
      description: null,
      executionType: "MODULAR_SOURCE",
      status: "ACTIVE",
      type: "SALES",
      agentId: modularAgentId(storefrontId, sourceId),
      endpointUrl: null,
      protocol: null,
      authenticationType: "NO_AUTH",
      authConfigured: false,
      requiresCredentials: false,
      buyersBringOwn: false,
      simulation: null,
      capabilities: null,
      capabilitiesAt: null,
      connectionError: null,
      // It has no agent that could be tested, because this server itself makes its offers.
      heldBack: false,
    },
    ctx.now,
  );
  if (!added) throw taken(sourceId);
  return added;
}

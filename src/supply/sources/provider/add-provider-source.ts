import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict } from "../../../ground/kernel/errors.ts";
import type { Capabilities } from "../../../ground/seller-agent/index.ts";
import { lockOwnStorefront } from "../../storefronts/index.ts";
import { providerAgentId, type Source } from "../source.ts";
import { insertSource, listSources } from "../store.ts";

const BY_BUYERS = "NO_AUTH";

export interface ProviderWiring {
  readonly provider: string;
  readonly name: string;
  readonly sourceKind: "sales" | "creative";
  /** Whether each buyer connects the platform for itself. */
  readonly byBuyers: boolean;
  readonly capabilities: Capabilities;
}

/**
 * Wires the viewer's storefront to a platform, instead of inventory sources. Throws `Conflict` if it has any, or
 * another owner.
 */
export async function addProviderSource(ctx: Context, wiring: ProviderWiring): Promise<Source> {
  const { storefrontId } = await lockOwnStorefront(ctx);
  const { customerId } = ctx.viewer;
  const standing = (await listSources(ctx.db, customerId)).filter(({ status }) => status !== "DISABLED");
  const known = standing.find(({ sourceId }) => sourceId === wiring.provider);
  if (known?.executionType === "PROVIDER_ADAPTER") return sameOwner(known, wiring);
  if (standing.length > 0)
    throw new Conflict(
      `a platform replaces inventory sources, and this storefront has ${standing.length}: disable them first, or open another storefront`,
    );
  const added = await insertSource(
    ctx.db,
    {
      customerId,
      storefrontId,
      sourceId: wiring.provider,
      name: wiring.name,
      description: null,
      executionType: "PROVIDER_ADAPTER",
      status: "ACTIVE",
      type: wiring.sourceKind === "sales" ? "SALES" : "CREATIVE",
      agentId: providerAgentId(storefrontId, wiring.provider),
      endpointUrl: null,
      protocol: null,
      // The seller's own consent connects it for all buyers, which auth_configured shows; a buyer's consent connects it
      // only for that buyer.
      authenticationType: wiring.byBuyers ? BY_BUYERS : null,
      authConfigured: false,
      requiresCredentials: false,
      buyersBringOwn: false,
      simulation: null,
      capabilities: wiring.capabilities,
      capabilitiesAt: ctx.now,
      connectionError: null,
      // It has no agent that could be tested, because this server itself makes its offers.
      heldBack: false,
    },
    ctx.now,
  );
  if (!added) throw new Conflict(`this storefront had ${wiring.provider} before: open another storefront for it`);
  return added;
}

/** The owner stays the same, because it has accounts and media buys there to which no other owner would have access. */
function sameOwner(source: Source, { byBuyers, name }: ProviderWiring): Source {
  if ((source.authenticationType === BY_BUYERS) === byBuyers) return source;
  throw new Conflict(
    `${name} is connected by ${byBuyers ? "you" : "each buyer"} here, and that does not change: open another storefront`,
    { field: "ownerKind" },
  );
}

import { createHash } from "node:crypto";
import { lifecycle, type Transitions } from "../../ground/kernel/lifecycle.ts";
import type { AgentAuth, AgentConnection } from "../../ground/seller-agent/connection.ts";
import type { Capabilities } from "../../ground/seller-agent/index.ts";
import type { Simulation } from "../simulated/index.ts";
import type { AuthenticationType } from "./auth.ts";

export type SourceStatus = "PENDING" | "ACTIVE" | "DISABLED";
type ExecutionType =
  | "AGENT"
  | "SIMULATED"
  | "MANAGED_SALES_AGENT"
  | "LINKED_STOREFRONT"
  | "MODULAR_SOURCE"
  | "PROVIDER_ADAPTER";
type SourceType = "SALES" | "SIGNAL" | "CREATIVE" | "OUTCOME";

/** Where a storefront's products come from. */
export interface Source {
  readonly inventorySourceId: number;
  readonly customerId: number;
  readonly storefrontId: number;
  /** The name within its storefront, used in every path. */
  readonly sourceId: string;
  readonly name: string;
  readonly description: string | null;
  readonly executionType: ExecutionType;
  readonly status: SourceStatus;
  readonly type: SourceType | null;
  readonly agentId: string | null;
  readonly endpointUrl: string | null;
  readonly protocol: "MCP" | "A2A" | null;
  readonly authenticationType: AuthenticationType | null;
  /** Whether the seller has set its own credential, which is stored separately, encrypted. */
  readonly authConfigured: boolean;
  /** Whether each buyer needs its own credential. */
  readonly requiresCredentials: boolean;
  /** Whether the seller has chosen this, although the agent would accept the seller's own credential. */
  readonly buyersBringOwn: boolean;
  readonly simulation: Simulation | null;
  /** As last stated by the agent; null before that. */
  readonly capabilities: Capabilities | null;
  readonly capabilitiesAt: Date | null;
  /** Why the last connection check failed, and what to do; null if it did not fail. */
  readonly connectionError: string | null;
  /** The status of each AdCP track when its agent was last graded; null if it never was. */
  readonly trackStatuses: Readonly<Record<string, string>> | null;
  /** The agents' registry's grade; null if there is no registry, or no grade. */
  readonly registryStatus: "passing" | "degraded" | "failing" | null;
  /** Whether the source is withheld from buyers, because its agent is not known to comply with AdCP. */
  readonly heldBack: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewSource = Omit<
  Source,
  "inventorySourceId" | "trackStatuses" | "registryStatus" | "heldBack" | "createdAt" | "updatedAt"
>;

/** Nothing returns to PENDING (storefront contract §4.5); both steps may be repeated. */
export const STATUS: Transitions<SourceStatus, "activate" | "disable"> = {
  activate: { PENDING: "ACTIVE", DISABLED: "ACTIVE", ACTIVE: "ACTIVE" },
  disable: { PENDING: "DISABLED", ACTIVE: "DISABLED", DISABLED: "DISABLED" },
};

export const sourceLife = lifecycle({
  noun: "inventory source",
  starts: ["PENDING"],
  states: {
    PENDING: "it is being set up, and nothing is sold from it yet",
    ACTIVE: "its products are for sale",
    DISABLED: "nothing new is sold from it; what it has booked continues",
  },
  transitions: STATUS,
});

/**
 * Buyers need their own credential if the agent distinguishes operators, or if it requires a credential and the seller
 * has set none. Otherwise the seller's is used for every buyer.
 */
export function requiresCredentials({
  authenticationType,
  authConfigured,
  buyersBringOwn,
  capabilities,
}: Pick<Source, "authenticationType" | "authConfigured" | "buyersBringOwn" | "capabilities">): boolean {
  if (capabilities?.requireOperatorAuth === true) return true;
  if (buyersBringOwn) return authenticationType !== "NO_AUTH";
  return authenticationType !== null && authenticationType !== "NO_AUTH" && !authConfigured;
}

/**
 * An agent has one id, whichever storefronts it is behind. Buyers' credentials are stored under this id, so two ids are
 * only equal if the called URL is the same: a credential never follows a source to another URL.
 */
export function agentIdOf({ protocol, endpointUrl, storefrontId, sourceId }: AgentPlace): string {
  const place =
    protocol && endpointUrl ? [protocol, normalUrl(endpointUrl)] : ["SIMULATED", String(storefrontId), sourceId];
  return idOfPlace(place);
}

/** The agent id of a modular source: unique to it, because there is no other agent behind it. */
export function modularAgentId(storefrontId: number, sourceId: string): string {
  return idOfPlace(["MODULAR", String(storefrontId), sourceId]);
}

/** The agent id of a storefront's platform: unique to it, because each has its own consents. */
export function providerAgentId(storefrontId: number, provider: string): string {
  return idOfPlace(["PROVIDER", String(storefrontId), provider]);
}

/** The id of another storefront as an agent behind a source; never the id by which buyers know the storefront itself. */
export function linkedAgentId(platformId: string): string {
  return idOfPlace(["STOREFRONT", platformId]);
}

function idOfPlace(place: readonly string[]): string {
  return `agt_${createHash("sha256").update(place.join(" ")).digest("hex").slice(0, 16)}`;
}

type AgentPlace = Pick<Source, "protocol" | "endpointUrl" | "storefrontId" | "sourceId">;

/**
 * Schemes, hosts and ports can be spelled in several ways; paths and queries are left as they are, because only the
 * server knows their meaning.
 */
function normalUrl(text: string): string {
  const url = new URL(text);
  url.hash = "";
  return url.href.replace(/\/$/, "");
}

/**
 * The account under which a source's agent is called: the one that was linked, or else any that the credential gives
 * access to.
 */
export interface Seat {
  readonly account?: { readonly accountId: string };
  readonly accountId?: string;
}

/** How to reach the source's agent, with a credential of the seller or of a buyer. */
export function connectionOf(
  source: NewSource | Source,
  auth: AgentAuth = { type: "none" },
  seat: Seat = {},
): AgentConnection {
  const { agentId, name, endpointUrl, protocol, simulation, sourceId } = source;
  if (agentId && source.executionType === "LINKED_STOREFRONT" && "inventorySourceId" in source) {
    const { customerId, inventorySourceId } = source;
    return { kind: "storefront", agentId, name, customerId, inventorySourceId };
  }
  if (agentId && source.executionType === "MODULAR_SOURCE" && "inventorySourceId" in source) {
    const { customerId, inventorySourceId } = source;
    return { kind: "modular", agentId, name, customerId, inventorySourceId };
  }
  if (agentId && source.executionType === "PROVIDER_ADAPTER" && "inventorySourceId" in source) {
    const { customerId, inventorySourceId } = source;
    return { kind: "provider", agentId, name, customerId, inventorySourceId };
  }
  if (agentId && simulation) {
    const credential = "token" in auth ? auth.token : null;
    return { kind: "simulated", agentId, name, simulation, credential };
  }
  if (!agentId || !endpointUrl || !protocol) throw new Error(`no agent stands behind source ${sourceId}`);
  return { kind: "adcp", agentId, name, endpointUrl, protocol, auth, ...seat };
}

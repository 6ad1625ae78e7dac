import { join } from "node:path";
import type { Host } from "../ground/kernel/host.ts";
import type { Log } from "../ground/kernel/log.ts";
import type { Outbound } from "../ground/outbound/index.ts";
import type { OpenAgent } from "../ground/seller-agent/connection.ts";
import { openAdcpSellers } from "../ground/seller-agent/index.ts";
import { openLinkedStorefront } from "../supply/merchandising/index.ts";
import { openModularAgent } from "../supply/modular/index.ts";
import { openProviderAgent } from "../supply/providers/index.ts";
import { openLedger, openSimulatedSeller, Simulation } from "../supply/simulated/index.ts";

const PARSED = new WeakMap<object, Simulation>();

/** Parsed once per simulation, because whatever belongs to a simulation is also created once. */
function parsed(raw: unknown): Simulation {
  const known = typeof raw === "object" && raw !== null ? PARSED.get(raw) : undefined;
  const simulation = known ?? Simulation.parse(raw);
  if (typeof raw === "object" && raw !== null) PARSED.set(raw, simulation);
  return simulation;
}

export interface AgentOpenerOptions {
  /** A function, because the host itself contains the opener. */
  readonly host: () => Host;
  readonly outbound: Outbound;
  readonly log: Log;
  /** Simulated sellers keep their ledgers here, one file each. */
  readonly dataFolder: string;
}

/** What a simulated publisher retains between two openings. */
type Publisher = Pick<Parameters<typeof openSimulatedSeller>[0], "ledger" | "calls">;

/** Opens every kind of agent behind a source, by its connection. */
export function agentOpener({ host, outbound, log, dataFolder }: AgentOpenerOptions): {
  openAgent: OpenAgent;
  close(): Promise<void>;
} {
  const adcp = openAdcpSellers({ outbound, log });
  const publishers = new Map<string, Publisher>();
  const publisherOf = (agentId: string) => {
    const open = () => ({ ledger: openLedger(join(dataFolder, "simulated", `${agentId}.jsonl`)), calls: { count: 0 } });
    const known = publishers.get(agentId) ?? open();
    publishers.set(agentId, known);
    return known;
  };
  const openAgent: OpenAgent = (connection) => {
    if (connection.kind === "adcp") return adcp.agent(connection);
    if (connection.kind === "modular") return openModularAgent(host, connection);
    if (connection.kind === "provider") return openProviderAgent(host, connection);
    if (connection.kind === "storefront") return openLinkedStorefront(host(), connection);
    const { agentId, credential } = connection;
    const simulation = parsed(connection.simulation);
    return openSimulatedSeller({ agentId, simulation, credential, ...publisherOf(agentId), log });
  };
  return { openAgent, close: () => adcp.close() };
}

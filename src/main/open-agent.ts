import { join } from "node:path";
import type { Host } from "../ground/kernel/host.ts";
import type { Log } from "../ground/kernel/log.ts";
import type { Outbound } from "../ground/outbound/index.ts";
import type { OpenAgent } from "../ground/seller-agent/connection.ts";
import { openAdcpSellers } from "../ground/seller-agent/index.ts";
import { openLinkedStorefront } from "../supply/merchandising/index.ts";
import { openModularAgent } from "../supply/modular/index.ts";
import { openProviderAgent } from "../supply/providers/index.ts";
import { type Ledger, openLedger, openSimulatedSeller, Simulation } from "../supply/simulated/index.ts";

export interface AgentOpenerOptions {
  /** Asked for late, since it holds the opener itself. */
  readonly host: () => Host;
  readonly outbound: Outbound;
  readonly log: Log;
  /** Simulated sellers keep their ledgers here, in files of their own. */
  readonly dataFolder: string;
}

/** Every kind of agent that can stand behind a source, opened by its connection. */
export function agentOpener({ host, outbound, log, dataFolder }: AgentOpenerOptions): {
  openAgent: OpenAgent;
  close(): Promise<void>;
} {
  const adcp = openAdcpSellers({ outbound, log });
  const ledgers = new Map<string, Ledger>();
  const ledgerOf = (agentId: string) => {
    const known = ledgers.get(agentId) ?? openLedger(join(dataFolder, "simulated", `${agentId}.jsonl`));
    ledgers.set(agentId, known);
    return known;
  };
  const openAgent: OpenAgent = (connection) => {
    if (connection.kind === "adcp") return adcp.agent(connection);
    if (connection.kind === "modular") return openModularAgent(host, connection);
    if (connection.kind === "provider") return openProviderAgent(host, connection);
    if (connection.kind === "storefront") return openLinkedStorefront(host(), connection);
    const { agentId, credential } = connection;
    const simulation = Simulation.parse(connection.simulation);
    return openSimulatedSeller({ agentId, simulation, credential, ledger: ledgerOf(agentId), log });
  };
  return { openAgent, close: () => adcp.close() };
}

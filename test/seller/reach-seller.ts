import { onTestFinished } from "vitest";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { openOutbound } from "../../src/ground/outbound/index.ts";
import { type ExternalSeller, openAdcpSellers, type SellerAgent } from "../../src/ground/seller-agent/index.ts";
import { type ScriptedSeller, type ScriptedSellerOptions, startScriptedSeller } from "./scripted-seller.ts";

export interface Reached {
  readonly agent: SellerAgent;
  /** The same seller through the same client, with other connection settings. */
  agentWith(change: Partial<ExternalSeller>): SellerAgent;
  /** The log lines of the client. */
  readonly lines: Readonly<Record<string, unknown>>[];
}

export interface ReachOptions {
  readonly warmLines?: number;
  readonly idleMs?: number;
  readonly maxResponseBytes?: number;
}

const NOBODY: ExternalSeller = {
  agentId: "agt_1",
  name: "Scripted",
  endpointUrl: "http://127.0.0.1:1/mcp",
  protocol: "MCP",
  auth: { type: "none" },
};

/** Our client, connected to a seller for the duration of a test; by default to an address without a server. */
export function reach(seller: Partial<ExternalSeller>, { maxResponseBytes, ...warm }: ReachOptions = {}): Reached {
  const lines: Record<string, unknown>[] = [];
  const log = { ...silentLog, info: (fields: Readonly<Record<string, unknown>>) => void lines.push(fields) };
  const defaults = { ...(maxResponseBytes !== undefined && { maxResponseBytes }) };
  const outbound = openOutbound({ allowLoopback: true, log: silentLog, defaults });
  const sellers = openAdcpSellers({ outbound, log, ...warm });
  onTestFinished(async () => {
    await sellers.close();
    await outbound.close();
  });
  const agentWith = (change: Partial<ExternalSeller>) => sellers.agent({ ...NOBODY, ...seller, ...change });
  return { agent: agentWith({}), agentWith, lines };
}

/** A scripted seller with our client connected to it, for the duration of a test. */
export async function reachScripted(
  protocol: "MCP" | "A2A",
  { token, ...options }: ReachOptions & ScriptedSellerOptions & Partial<ExternalSeller> = {},
): Promise<Reached & { readonly seller: ScriptedSeller }> {
  const seller = await startScriptedSeller(token === undefined ? {} : { token });
  onTestFinished(() => seller.close());
  const endpointUrl = protocol === "MCP" ? seller.mcpUrl : seller.a2aUrl;
  return { ...reach({ endpointUrl, protocol, ...options }, options), seller };
}

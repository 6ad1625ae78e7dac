import type { Log } from "../../ground/kernel/log.ts";
import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import { type SellerCall, SellerRefused } from "../../ground/seller-agent/index.ts";
import { type Calls, openChaos, type Sleep } from "./chaos.ts";
import type { Simulation } from "./simulation.ts";

interface Entrance {
  readonly agentId: string;
  readonly simulation: Simulation;
  readonly credential: string | null;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly calls: Calls;
}

/** AdCP's names of what may be asked. */
type Tool =
  | "get_adcp_capabilities"
  | "get_products"
  | "list_creative_formats"
  | "sync_creatives"
  | "list_accounts"
  | "sync_accounts"
  | "sync_catalogs"
  | "get_signals"
  | "create_media_buy"
  | "update_media_buy"
  | "get_media_buys"
  | "get_media_buy_delivery"
  | "tasks_get"
  // What AdCP has no tool for: a storefront asks its own publishers.
  | "hold_inventory";

const WRITES: ReadonlySet<Tool> = new Set(["create_media_buy", "update_media_buy", "sync_creatives"]);

/** What every call passes before it is answered: the chaos dial, and the key for all but the capabilities. */
export function openEntrance({ agentId, simulation, credential, log, sleep, calls }: Entrance) {
  const pass = openChaos(simulation, agentId, sleep, calls);

  return function answer<Answer>(tool: Tool, call: SellerCall, act: () => Answer | Promise<Answer>): Promise<Answer> {
    const writes = WRITES.has(tool);
    return pass({
      call,
      writes,
      async act() {
        if (tool !== "get_adcp_capabilities") checkKey(agentId, simulation, credential);
        const said = await act();
        log.line({ agentId, tool, requestId: call.requestId }, "the simulated publisher answered");
        return said;
      },
    });
  };
}

function checkKey(agentId: string, { requiresKey }: Simulation, credential: string | null): void {
  if (requiresKey === null || requiresKey === credential) return;
  const message = credential === null ? "an API key is needed" : "this API key is not known";
  throw new SellerRefused(agentId, [refusal("AUTH_REQUIRED", message)]);
}

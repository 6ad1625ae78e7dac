import { setTimeout } from "node:timers/promises";
import { dayOf } from "../../ground/kernel/clock.ts";
import type { Log } from "../../ground/kernel/log.ts";
import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import { type SellerAgent, SellerRefused } from "../../ground/seller-agent/index.ts";
import { accountsOf, openedAccount } from "./accounts.ts";
import { answerBrief } from "./catalogue/answer-brief.ts";
import { capabilitiesOf } from "./catalogue/capabilities.ts";
import { formatsOf } from "./catalogue/formats.ts";
import { takenCatalogs } from "./catalogue/taken-catalogs.ts";
import type { Calls, Sleep } from "./chaos.ts";
import { openEntrance } from "./entrance.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { changeBuy, placeBuy } from "./place-buy.ts";
import { listBuys, readBuys, readDelivery, readTask } from "./read-buys.ts";
import { signalsOf } from "./signals/signals.ts";
import type { Simulation } from "./simulation.ts";
import { syncCreatives } from "./sync-creatives.ts";

interface Opening {
  readonly agentId: string;
  readonly simulation: Simulation;
  /** The API key to show the publisher; null for none. */
  readonly credential: string | null;
  /** Only this publisher's own. */
  readonly ledger: Ledger;
  readonly log: Log;
  readonly sleep?: Sleep;
  /** Goes on from opening to opening; left out where it is opened once. */
  readonly calls?: Calls;
}

/** A publisher that lives in this process and remembers in its ledger. */
export function openSimulatedSeller({ sleep = setTimeout, calls = { count: 0 }, ...opening }: Opening): SellerAgent {
  const { agentId, simulation, ledger } = opening;
  const answer = openEntrance({ ...opening, sleep, calls });
  return {
    agentId,
    name: simulation.name,
    capabilities: (call) => answer("get_adcp_capabilities", call, () => capabilitiesOf(simulation)),
    getProducts: (request, call) =>
      answer("get_products", call, () => answerBrief(simulation, agentId, request, call.now)),
    // Its proposals are valid until the end of a day; everything else about its products never changes.
    offerVersion: ({ now }) => (isPredictable(simulation) ? dayOf(now) : undefined),
    listCreativeFormats: (call) => answer("list_creative_formats", call, () => formatsOf(simulation)),
    syncCreatives: (request, call) =>
      answer("sync_creatives", call, () => syncCreatives(simulation, ledger, request, call)),
    listAccounts: (_, call) => answer("list_accounts", call, () => accountsOf(simulation)),
    syncAccounts: (request, call) =>
      answer("sync_accounts", call, () => [openedAccount(simulation, agentId, request, call.buyer)]),
    syncCatalogs: (request, call) => answer("sync_catalogs", call, () => takenCatalogs(request)),
    getSignals: (call) => answer("get_signals", call, () => signalsOf(simulation, agentId)),
    // It always has as much as is asked for, at prices that never change: there is nothing to set aside.
    holdInventory: ({ expiresAt }, call) => answer("hold_inventory", call, () => ({ kind: "held", expiresAt })),
    releaseHold: (_, call) => answer("hold_inventory", call, () => undefined),
    createMediaBuy: (request, call) =>
      answer("create_media_buy", call, () => placeBuy(simulation, ledger, request, call)),
    updateMediaBuy: (change, call) => answer("update_media_buy", call, () => changeBuy(ledger, change, call)),
    getMediaBuys: ({ mediaBuyIds }, call) =>
      answer("get_media_buys", call, () => readBuys(ledger, mediaBuyIds, call.now)),
    listMediaBuys: (call) => answer("get_media_buys", call, () => listBuys(ledger, simulation.currency, call.now)),
    getMediaBuyDelivery: (request, call) =>
      answer("get_media_buy_delivery", call, () => readDelivery(ledger, request, simulation.currency, call.now)),
    getTask: (taskId, call) =>
      answer("tasks_get", call, async () => {
        const outcome = await readTask(ledger, taskId, call.now);
        if (outcome) return outcome;
        throw new SellerRefused(agentId, [refusal("REFERENCE_NOT_FOUND", `no task ${taskId}`, "task_id")]);
      }),
  };
}

/** Whoever asks it for its products is answered, and at once. */
function isPredictable({ requiresKey, chaos }: Simulation): boolean {
  return requiresKey === null && chaos.latencyMs === 0 && chaos.errorRate === 0 && chaos.hangRate === 0;
}

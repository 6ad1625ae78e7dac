import type { Context } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { inTransaction } from "../../../ground/kernel/perform.ts";
import type { AgentConnection } from "../../../ground/seller-agent/connection.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type Hold,
  heldSeller,
  type SellerAgent,
  type SellerMethod,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import type { ModularSource } from "../modular-source.ts";
import { findModularSourceNumbered } from "../store.ts";
import { readCapabilities } from "./capabilities.ts";
import { changeBuy } from "./change-buy.ts";
import { later } from "./clock.ts";
import { holdInventory, releaseHold } from "./hold-inventory.ts";
import { offerProducts } from "./offer-products.ts";
import { placeBuy } from "./place-buy.ts";
import { readBuys, readDelivery, readTask } from "./read-buys.ts";

type ModularConnection = Extract<AgentConnection, { readonly kind: "modular" }>;

/** The source, and a transaction in its seller's tenant. */
interface Inside {
  readonly ctx: Context;
  readonly source: ModularSource;
}

/**
 * A source without an agent, as a seller: its feed is the catalogue, its ledger keeps the bookings, and its people and
 * modules do the rest.
 */
export function openModularAgent(host: () => Host, connection: ModularConnection): SellerAgent {
  const { name } = connection;
  return heldSeller<Inside>(connection, holdSource(host, connection), {
    capabilities: ({ ctx, source }, call) => readCapabilities(ctx.db, source, later(ctx.now, call.now)),
    getProducts: ({ ctx, source }, request, call) => offerProducts(ctx, source, request, call.now),
    holdInventory: ({ ctx, source }, hold, call) => holdInventory(ctx, source, hold, call),
    releaseHold: ({ ctx, source }, holdId) => releaseHold(ctx, source, holdId),
    createMediaBuy: ({ ctx, source }, request, call) => placeBuy(ctx, source, request, call),
    updateMediaBuy: ({ ctx, source }, change, call) => changeBuy(ctx, source, change, call),
    async getTask({ ctx, source }, taskId, call) {
      const found = await readTask(ctx, source, taskId, later(ctx.now, call.now));
      if (found) return found;
      throw new SellerRefused(name, [refusal("REFERENCE_NOT_FOUND", `no task ${taskId}`, "task_id")]);
    },
    getMediaBuys: ({ ctx, source }, { mediaBuyIds }, call) =>
      readBuys(ctx, source, mediaBuyIds, later(ctx.now, call.now)),
    getMediaBuyDelivery: ({ ctx, source }, request) => readDelivery(ctx, source, request),
    // Products use canonical formats, which every buyer knows, so the source has none of its own.
    listCreativeFormats: async () => [],
    async syncCreatives() {
      const message = "creatives come in the packages of a media buy";
      throw new SellerRefused(name, [refusal("UNSUPPORTED_FEATURE", message)]);
    },
    // There are no accounts, because the publisher knows its buyers by name.
    listAccounts: async () => ({
      accounts: [],
      billing: { default: null, supported: ["operator"] },
      opensAccounts: false,
    }),
    syncAccounts: async () => [],
  });
}

const WRITES: ReadonlySet<SellerMethod> = new Set(["createMediaBuy", "updateMediaBuy", "holdInventory", "releaseHold"]);

/** Runs in the seller's tenant, whoever the buyer is. */
function holdSource(open: () => Host, { name, customerId, inventorySourceId }: ModularConnection): Hold<Inside> {
  return async (method, { requestId }, work) => {
    const host = open();
    const seller = await host.viewerOf(customerId);
    if (!seller) throw new SellerUnreachable(name, "unreachable", "its seller is gone");
    return inTransaction(host, seller, requestId, WRITES.has(method) ? "write" : "read", async (ctx) => {
      const source = await findModularSourceNumbered(ctx.db, { customerId, inventorySourceId });
      if (source) return work({ ctx, source });
      throw new SellerUnreachable(name, "unreachable", "there is no such source any more");
    });
  };
}

import type { Context } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { inTransaction } from "../../../ground/kernel/perform.ts";
import type { AgentConnection } from "../../../ground/seller-agent/connection.ts";
import {
  type AccountsAnswer,
  type Capabilities,
  type CreativeFormat,
  type CreativeOutcome,
  type DeliveryAnswer,
  type DeliveryRequest,
  type MediaBuyChange,
  type MediaBuyOutcome,
  type NewMediaBuy,
  type ProductsAnswer,
  type ProductsRequest,
  type SellerAccount,
  type SellerAgent,
  type SellerCall,
  type SellerMediaBuy,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import type { ModularSource } from "../modular-source.ts";
import { refusal } from "../refusal.ts";
import { findModularSourceNumbered } from "../store.ts";
import { readCapabilities } from "./capabilities.ts";
import { changeBuy } from "./change-buy.ts";
import { later } from "./clock.ts";
import { offerProducts } from "./offer-products.ts";
import { placeBuy } from "./place-buy.ts";
import { readBuys, readDelivery, readTask } from "./read-buys.ts";

type ModularConnection = Extract<AgentConnection, { readonly kind: "modular" }>;

export function openModularAgent(host: () => Host, connection: ModularConnection): SellerAgent {
  return new ModularAgent(host, connection);
}

/** A source without an agent as a seller: its feed is its catalogue, its ledger its memory, its people and modules do the rest. */
class ModularAgent implements SellerAgent {
  readonly agentId: string;
  readonly name: string;
  readonly #host: () => Host;
  readonly #connection: ModularConnection;

  constructor(host: () => Host, connection: ModularConnection) {
    this.agentId = connection.agentId;
    this.name = connection.name;
    this.#host = host;
    this.#connection = connection;
  }

  capabilities(call: SellerCall): Promise<Capabilities> {
    return this.#read(call, (ctx, source) => readCapabilities(ctx.db, source, later(ctx.now, call.now)));
  }

  getProducts(request: ProductsRequest, call: SellerCall): Promise<ProductsAnswer> {
    return this.#read(call, (ctx, source) => offerProducts(ctx, source, request, call.now));
  }

  createMediaBuy(request: NewMediaBuy, call: SellerCall): Promise<MediaBuyOutcome> {
    return this.#write(call, (ctx, source) => placeBuy(ctx, source, request, call));
  }

  updateMediaBuy(change: MediaBuyChange, call: SellerCall): Promise<MediaBuyOutcome> {
    return this.#write(call, (ctx, source) => changeBuy(ctx, source, change, call));
  }

  async getTask(taskId: string, call: SellerCall): Promise<MediaBuyOutcome> {
    const found = await this.#read(call, (ctx, source) => readTask(ctx, source, taskId, later(ctx.now, call.now)));
    if (found) return found;
    throw new SellerRefused(this.name, [refusal("REFERENCE_NOT_FOUND", `no task ${taskId}`, { field: "task_id" })]);
  }

  getMediaBuys(
    { mediaBuyIds }: { readonly mediaBuyIds: readonly string[] },
    call: SellerCall,
  ): Promise<readonly SellerMediaBuy[]> {
    return this.#read(call, (ctx, source) => readBuys(ctx, source, mediaBuyIds, later(ctx.now, call.now)));
  }

  getMediaBuyDelivery(request: DeliveryRequest, call: SellerCall): Promise<DeliveryAnswer> {
    return this.#read(call, (ctx, source) => readDelivery(ctx, source, request));
  }

  /** Products name canonical formats, which every buyer knows: there are none of the source's own. */
  async listCreativeFormats(): Promise<readonly CreativeFormat[]> {
    return [];
  }

  async syncCreatives(): Promise<readonly CreativeOutcome[]> {
    const message = "creatives come in the packages of a media buy";
    throw new SellerRefused(this.name, [refusal("UNSUPPORTED_FEATURE", message)]);
  }

  /** The publisher knows its buyers by their names. */
  async listAccounts(): Promise<AccountsAnswer> {
    return { accounts: [], billing: { default: null, supported: ["operator"] }, opensAccounts: false };
  }

  async syncAccounts(): Promise<readonly SellerAccount[]> {
    return [];
  }

  #read<T>(call: SellerCall, work: (ctx: Context, source: ModularSource) => Promise<T>): Promise<T> {
    return this.#enter(call, "read", work);
  }

  #write<T>(call: SellerCall, work: (ctx: Context, source: ModularSource) => Promise<T>): Promise<T> {
    return this.#enter(call, "write", work);
  }

  /** Acts inside the seller's wall, whoever the buyer is. */
  async #enter<T>(
    { requestId }: SellerCall,
    mode: "read" | "write",
    work: (ctx: Context, source: ModularSource) => Promise<T>,
  ): Promise<T> {
    const host = this.#host();
    const { customerId, inventorySourceId } = this.#connection;
    const seller = await host.viewerOf(customerId);
    if (!seller) throw new SellerUnreachable(this.name, "unreachable", "its seller is gone");
    return inTransaction(host, seller, requestId, mode, async (ctx) => {
      const source = await findModularSourceNumbered(ctx.db, { customerId, inventorySourceId });
      if (source) return work(ctx, source);
      throw new SellerUnreachable(this.name, "unreachable", "there is no such source any more");
    });
  }
}

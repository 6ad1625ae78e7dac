import { DAY_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import type { AgentConnection } from "../../../ground/seller-agent/connection.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type AccountsAnswer,
  type Capabilities,
  type Hold,
  heldSeller,
  type SellerAgent,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { isChoosable } from "../accounts/connected-account.ts";
import { buildCreative } from "../builds/build-creative.ts";
import { formatsMade } from "../builds/formats-made.ts";
import type { Adapter } from "../contract/adapter.ts";
import { changeBuy } from "./change-buy.ts";
import { syncCreatives } from "./creatives/sync-creatives.ts";
import { offerProducts } from "./offer-products.ts";
import { placeBuy } from "./place-buy.ts";
import { readBuys, readDelivery } from "./read-buys.ts";
import { outcomeOfTask } from "./read-outcome.ts";
import { openShop, type Shop, seatOf } from "./shop.ts";

type ProviderConnection = Extract<AgentConnection, { readonly kind: "provider" }>;

/** A platform as a seller: one implementation of the port for all platforms, on top of each one's adapter. */
export function openProviderAgent(host: () => Host, connection: ProviderConnection): SellerAgent {
  const { name } = connection;
  const hold: Hold<Shop> = async (_, call, work) => work(await openShop(host(), connection, name, call));
  return heldSeller<Shop>(connection, hold, {
    capabilities: async ({ adapter }) => capabilitiesOf(adapter),
    getProducts: (shop, request) => offerProducts(shop, request),
    createMediaBuy: (shop, request) => placeBuy(shop, request),
    updateMediaBuy: (shop, change) => changeBuy(shop, change),
    async getTask(shop, taskId) {
      const found = await outcomeOfTask(shop, taskId);
      if (found) return found;
      throw new SellerRefused(name, [refusal("REFERENCE_NOT_FOUND", `no task ${taskId}`, "task_id")]);
    },
    getMediaBuys: (shop, { mediaBuyIds }) => readBuys(shop, mediaBuyIds),
    getMediaBuyDelivery: (shop, request) => readDelivery(shop, request),
    // Products use canonical formats, which every buyer knows, so only the formats that the platform produces are
    // listed.
    listCreativeFormats: async (shop) => formatsMade(shop),
    buildCreative: (shop, request) => buildCreative(shop, request),
    syncCreatives: (shop, request) => syncCreatives(shop, request),
    listAccounts: (shop) => listAccounts(shop),
    syncAccounts: async () => [],
  });
}

/** The capabilities of an adapter's platform, as far as they are known before anybody has connected to it. */
export function capabilitiesOf({ describe, templates, sales, creative }: Adapter): Capabilities {
  return {
    supportedVersions: ["3.0", "3.1"],
    protocols: [sales ? "media_buy" : "creative"],
    tools: [
      "get_adcp_capabilities",
      "get_products",
      "list_creative_formats",
      "sync_creatives",
      "list_accounts",
      "create_media_buy",
      "update_media_buy",
      "get_media_buys",
      "get_media_buy_delivery",
      "tasks_get",
      ...(creative ? ["build_creative"] : []),
    ],
    channels: describe.channels,
    publisherDomains: [...new Set(templates.map(({ publisherDomain }) => publisherDomain))],
    hasCreativeLibrary: true,
    requireOperatorAuth: false,
    // The platform itself invoices the owner of the account.
    supportedBillings: ["operator", "advertiser"],
    // Requests are kept for ever, but AdCP 3.1 lets a seller promise a week at most.
    idempotencyTtlSeconds: (7 * DAY_MS) / SECOND_MS,
    targeting: describe.targeting,
  };
}

/** The accounts of a buyer's own connection; those of a seller's connection are not shown to buyers. */
async function listAccounts(shop: Shop): Promise<AccountsAnswer> {
  const billing = { default: null, supported: ["operator", "advertiser"] };
  if (shop.source.ownerKind === "operator") return { accounts: [], billing, opensAccounts: false };
  const seat = await seatOf(shop);
  const accounts = (seat?.accounts ?? []).filter(isChoosable).map((account) => ({
    accountId: account.externalAccountId,
    name: account.name,
    advertiser: account.advertiser,
    billingProxy: null,
    house: null,
    billing: null,
    brandDomain: null,
    status: account.status,
    sandbox: account.test === true,
    way: null,
  }));
  return { accounts, billing, opensAccounts: false };
}

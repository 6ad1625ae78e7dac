import { newId } from "../../ground/kernel/ids.ts";
import { systemRandom } from "../../ground/kernel/random.ts";
import type {
  CreativeOutcome,
  CreativesToSync,
  DeliveryAnswer,
  DeliveryRequest,
  DeliveryRow,
  HonouredDimensions,
  MediaBuyChange,
  MediaBuyOutcome,
  MediaBuyStatus,
  NewMediaBuy,
  SellerAgent,
  SellerCall,
  SellerMediaBuy,
} from "../../ground/seller-agent/index.ts";
import type { Sellers } from "../../ground/seller-agent/sellers.ts";

/** A seller that follows the test's script, keeps a ledger, and honours idempotency keys unless told otherwise. */
export class ScriptedSeller {
  readonly agentId = `agent-${newId("agent", systemRandom)}`;
  readonly name = "Test Seller";
  readonly created: { request: NewMediaBuy; call: SellerCall }[] = [];
  readonly changed: MediaBuyChange[] = [];
  readonly asked: DeliveryRequest[] = [];
  /** Every request to show creatives that it received. */
  readonly shown: CreativesToSync[] = [];
  /** What the seller booked, by key. */
  readonly ledger = new Map<string, SellerMediaBuy>();
  idempotencyTtlSeconds: number | null = 86_400;
  /** The targeting dimensions that it honours. */
  honoured: HonouredDimensions = [];
  status: MediaBuyStatus = "active";
  rows: DeliveryRow[] = [];
  create: (request: NewMediaBuy) => Promise<MediaBuyOutcome> = async (request) => this.booked(request);
  update: (change: MediaBuyChange) => Promise<MediaBuyOutcome> = async (change) => {
    this.status = change.canceled ? "canceled" : change.paused ? "paused" : "active";
    return { kind: "done", mediaBuy: this.standing(change.mediaBuyId) };
  };
  task: (taskId: string) => Promise<MediaBuyOutcome> = async (taskId) => ({ kind: "submitted", taskId, message: null });
  show: (request: CreativesToSync) => Promise<readonly CreativeOutcome[]> = async ({ creatives }) =>
    creatives.map(({ creativeId }) => ({ creativeId, outcome: "created", approval: "approved", message: null }));
  beforeAnswering: () => Promise<void> = async () => undefined;
  beforeSayingWhatItCan: () => Promise<void> = async () => undefined;

  booked(request: NewMediaBuy): MediaBuyOutcome {
    const known = this.ledger.get(request.idempotencyKey);
    const mediaBuy = known ?? {
      ...this.standing(`seller-${this.ledger.size + 1}`),
      packages: request.packages.map(({ buyerRef, productId, budget }) => {
        return { packageId: `their-${productId}`, buyerRef, productId, budget, paused: false };
      }),
    };
    this.ledger.set(request.idempotencyKey, mediaBuy);
    return { kind: "done", mediaBuy };
  }

  standing(mediaBuyId: string): SellerMediaBuy {
    return { mediaBuyId, status: this.status, waitingFor: null, packages: [] };
  }

  readonly agent = {
    agentId: this.agentId,
    name: this.name,
    capabilities: async () => {
      await this.beforeSayingWhatItCan();
      return { idempotencyTtlSeconds: this.idempotencyTtlSeconds, targeting: this.honoured };
    },
    createMediaBuy: async (request: NewMediaBuy, call: SellerCall) => {
      this.created.push({ request, call });
      await this.beforeAnswering();
      return this.create(request);
    },
    updateMediaBuy: async (change: MediaBuyChange) => {
      this.changed.push(change);
      await this.beforeAnswering();
      return this.update(change);
    },
    syncCreatives: async (request: CreativesToSync) => {
      this.shown.push(request);
      return this.show(request);
    },
    getTask: async (taskId: string) => this.task(taskId),
    getMediaBuys: async ({ mediaBuyIds }: { mediaBuyIds: readonly string[] }) => {
      const standing = mediaBuyIds.map((id) => this.standing(id));
      await this.beforeAnswering();
      return standing;
    },
    getMediaBuyDelivery: async (request: DeliveryRequest): Promise<DeliveryAnswer> => {
      this.asked.push(request);
      const rows = this.rows.filter(({ day }) => day >= request.startDay && day <= request.endDay);
      return { timeZone: "UTC", currency: "USD", rows };
    },
    // Implements only what the tests of media buys call.
  } as unknown as SellerAgent;
}

/** Sellers by id, as many as the tests of a file need. */
export function scriptedSellers(): Sellers & { add(): ScriptedSeller } {
  const sellers = new Map<string, ScriptedSeller>();
  return {
    add: () => {
      const seller = new ScriptedSeller();
      sellers.set(seller.agentId, seller);
      return seller;
    },
    discoverable: async () => [],
    findAt: async () => undefined,
    findBefore: async () => undefined,
    findForStranger: async () => undefined,
    followTask: () => Promise.reject(new Error("nobody was given a task")),
    followBuild: () => Promise.reject(new Error("nobody was given a task")),
    searchFor: () => Promise.reject(new Error("nobody was given a task")),
    readGivenDelivery: () => Promise.reject(new Error("nobody was given a buy")),
    registerAccount: async () => {
      throw new Error("nobody registers accounts with scripted sellers");
    },
    find: async (_, agentId) => {
      const seller = sellers.get(agentId);
      const { name = "" } = seller ?? {};
      return seller && { agent: seller.agent, agentId, name, storefrontId: null, publisherDomain: null };
    },
  };
}

/** A row of a seller's report on the first package of its first buy. */
export function row(day: string, spend: string, final: boolean): DeliveryRow {
  const counts = { impressions: 1000, clicks: 10, views: 700, completedViews: 300, conversions: 1 };
  return { mediaBuyId: "seller-1", packageId: "their-p1", day, ...counts, spend, final };
}

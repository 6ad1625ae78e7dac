import type { DeliveryAnswer, DeliveryRequest, SellerCall, SellerMediaBuy } from "../../ground/seller-agent/index.ts";
import {
  type AccountsAnswer,
  type Capabilities,
  type CreativeOutcome,
  type CreativesToSync,
  type MediaBuyChange,
  type MediaBuyOutcome,
  type NewMediaBuy,
  type PricingOption,
  type Product,
  type ProductsAnswer,
  type ProductsRequest,
  type SellerAccount,
  type SellerAgent,
  type SellerError,
  SellerRefused,
  SellerUnreachable,
} from "../../ground/seller-agent/index.ts";

/**
 * The fate of a call: `answered`; `lost`, when the answer gets lost after the seller acted; `down`, when the call never
 * arrives; `busy`, when it is refused for now; `hung`, when it is never answered.
 */
export type AnswerMode = "answered" | "lost" | "down" | "busy" | "hung";

const ALL_CAPABILITIES: Capabilities = {
  supportedVersions: ["3.1"],
  protocols: ["media_buy"],
  tools: [],
  channels: ["ctv"],
  publisherDomains: [],
  hasCreativeLibrary: false,
  requireOperatorAuth: false,
  supportedBillings: [],
  idempotencyTtlSeconds: 86_400,
};

/** An in-memory seller that follows its script and counts what it sells. */
export class ScriptedSeller implements SellerAgent {
  readonly agentId: string;
  readonly name: string;
  /** The fates of the next calls; if the list is empty, they are answered normally. */
  fates: AnswerMode[] = [];
  /** If set, every new buy is refused with it. */
  refusal: SellerError | undefined;
  /** If true, new buys wait for a decision. */
  manual = false;
  /** False for a seller that takes every request for a new one. */
  remembersKeys = true;
  reportsIn = "USD";
  /** The prices of each of its products. */
  prices: readonly PricingOption[] = [];
  /** The creatives that it refuses to take into its library. */
  unwelcome: ReadonlySet<string> = new Set();
  /** How often it was asked for its products. */
  timesAsked = 0;
  /** The version of its offer, for as long as its answers stand; undefined if it has to be asked every time. */
  standsBy: string | undefined;
  /** The credential with which it was last opened. */
  openedWith: string | null = null;
  /** Every `createMediaBuy` that arrived. */
  readonly response: NewMediaBuy[] = [];
  readonly callers: SellerCall[] = [];
  readonly changes: MediaBuyChange[] = [];
  /** The time of each change, by the caller's clock. */
  readonly changedAt: Date[] = [];
  /** Every `syncCreatives` on which it acted. */
  readonly synced: CreativesToSync[] = [];
  readonly buys: SellerMediaBuy[] = [];
  readonly #outcomes = new Map<string, MediaBuyOutcome>();

  constructor(agentId: string) {
    this.agentId = agentId;
    this.name = agentId;
  }

  capabilities(): Promise<Capabilities> {
    return this.#pass(() => ({ ...ALL_CAPABILITIES, idempotencyTtlSeconds: this.remembersKeys ? 86_400 : null }));
  }

  offerVersion(): string | undefined {
    return this.standsBy;
  }

  getProducts(request: ProductsRequest): Promise<ProductsAnswer> {
    this.timesAsked += 1;
    return this.#pass(() => ({
      products: ["a", "b"].map((productId) => productOf(productId, this.prices)),
      proposals: [],
      refinementsApplied: (request.refine ?? []).map((entry) => ({ status: "applied", notes: JSON.stringify(entry) })),
      incomplete: [],
    }));
  }

  createMediaBuy(request: NewMediaBuy, call: SellerCall): Promise<MediaBuyOutcome> {
    this.response.push(request);
    this.callers.push(call);
    return this.#pass(() => this.#once(request.idempotencyKey, () => this.#sell(request)));
  }

  updateMediaBuy(change: MediaBuyChange, { now }: SellerCall): Promise<MediaBuyOutcome> {
    return this.#pass(() =>
      this.#once(change.idempotencyKey, () => {
        this.changes.push(change);
        this.changedAt.push(now);
        return { kind: "done", mediaBuy: this.#change(change) };
      }),
    );
  }

  getTask(taskId: string): Promise<MediaBuyOutcome> {
    return this.#pass(() => {
      const mediaBuy = this.buys.find(({ mediaBuyId }) => `task_${mediaBuyId}` === taskId);
      if (!mediaBuy) throw new SellerRefused(this.name, []);
      return this.manual ? { kind: "submitted", taskId, message: null } : { kind: "done", mediaBuy };
    });
  }

  getMediaBuys({ mediaBuyIds }: { mediaBuyIds: readonly string[] }): Promise<SellerMediaBuy[]> {
    return this.#pass(() => this.buys.filter(({ mediaBuyId }) => mediaBuyIds.includes(mediaBuyId)));
  }

  getMediaBuyDelivery({ mediaBuyIds, startDay }: DeliveryRequest): Promise<DeliveryAnswer> {
    const counts = {
      impressions: 100,
      clicks: 1,
      spend: "1.5",
      views: 0,
      completedViews: 0,
      conversions: 0,
      final: true,
    };
    return this.#pass(() => ({
      timeZone: "UTC",
      currency: this.reportsIn,
      rows: this.buys
        .filter(({ mediaBuyId }) => mediaBuyIds.includes(mediaBuyId))
        .flatMap(({ mediaBuyId, packages }) =>
          packages.map(({ packageId }) => ({ mediaBuyId, packageId, day: startDay, ...counts })),
        ),
    }));
  }

  listCreativeFormats() {
    const formatId = { agentUrl: "https://formats.example", id: "video" };
    return this.#pass(() => [{ formatId, name: "Video", type: null, description: null, assetsRequired: [] }]);
  }

  syncCreatives(request: CreativesToSync): Promise<CreativeOutcome[]> {
    return this.#pass(() => {
      this.synced.push(request);
      return request.creatives.map(({ creativeId }) => {
        const failed = this.unwelcome.has(creativeId);
        return {
          creativeId,
          outcome: failed ? "failed" : "created",
          approval: null,
          message: failed ? "too loud" : null,
        };
      });
    });
  }

  listAccounts(): Promise<AccountsAnswer> {
    return this.#pass(() => ({
      accounts: [],
      billing: { default: null, supported: [] },
      opensAccounts: false,
    }));
  }

  syncAccounts(): Promise<SellerAccount[]> {
    return this.#pass(() => []);
  }

  #sell({ packages }: NewMediaBuy): MediaBuyOutcome {
    if (this.refusal) return { kind: "rejected", errors: [this.refusal] };
    const mediaBuyId = `${this.agentId}_${this.buys.length + 1}`;
    this.buys.push({
      mediaBuyId,
      status: "active",
      waitingFor: null,
      packages: packages.map(({ buyerRef, productId, budget }, index) => {
        return { packageId: `${mediaBuyId}_${index}`, buyerRef, productId, budget, paused: false };
      }),
    });
    const [mediaBuy] = this.buys.slice(-1);
    if (!mediaBuy || this.manual) return { kind: "submitted", taskId: `task_${mediaBuyId}`, message: "in review" };
    return { kind: "done", mediaBuy };
  }

  #change({ mediaBuyId, paused, canceled, packages = [] }: MediaBuyChange): SellerMediaBuy {
    const index = this.buys.findIndex((buy) => buy.mediaBuyId === mediaBuyId);
    const before = this.buys[index];
    if (!before) throw new SellerRefused(this.name, []);
    const status = canceled ? "canceled" : paused ? "paused" : paused === false ? "active" : before.status;
    const after = packages.map((part) => ({
      ...before.packages.find((own) => own.packageId === part.packageId),
      ...part,
    }));
    const changed = {
      ...before,
      status,
      packages: before.packages.map((own) => ({ ...own, ...after.find((part) => part.packageId === own.packageId) })),
    };
    this.buys[index] = changed;
    return changed;
  }

  #once(key: string, act: () => MediaBuyOutcome): MediaBuyOutcome {
    const known = this.remembersKeys ? this.#outcomes.get(key) : undefined;
    const outcome = known ?? act();
    // A refusal is not remembered (AdCP 3.1, idempotency): the same request may be accepted later.
    if (outcome.kind !== "rejected") this.#outcomes.set(key, outcome);
    return outcome;
  }

  async #pass<T>(act: () => T): Promise<T> {
    const fate = this.fates.shift() ?? "answered";
    const down = new SellerUnreachable(this.name, "unreachable", "the connection was reset");
    if (fate === "hung") await new Promise<never>(() => {});
    if (fate === "down") throw down;
    if (fate === "busy")
      throw new SellerRefused(this.name, [
        { code: "SERVICE_UNAVAILABLE", message: "try again later", field: null, recovery: "transient" },
      ]);
    const answer = act();
    if (fate === "lost") throw down;
    return answer;
  }
}

function productOf(productId: string, pricingOptions: readonly PricingOption[]): Product {
  return {
    productId,
    name: productId,
    description: "",
    channels: ["ctv"],
    deliveryType: "guaranteed",
    formatIds: [],
    publisherProperties: [],
    pricingOptions,
    countries: [],
    estimatedExposures: null,
    briefRelevance: null,
  };
}

import { openWorld } from "../../../test/world.ts";
import { frozenClock } from "../../ground/kernel/clock.ts";
import type { Context } from "../../ground/kernel/context.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { callContext, inTransaction, perform } from "../../ground/kernel/perform.ts";
import { systemRandom } from "../../ground/kernel/random.ts";
import type { Step, StepInput } from "../../ground/kernel/step.ts";
import type {
  DeliveryAnswer,
  DeliveryRequest,
  DeliveryRow,
  MediaBuyChange,
  MediaBuyOutcome,
  MediaBuyStatus,
  NewMediaBuy,
  SellerAgent,
  SellerCall,
  SellerMediaBuy,
} from "../../ground/seller-agent/index.ts";
import type { Sellers } from "../../ground/seller-agent/sellers.ts";
import { type BuyDraft, draftMediaBuys } from "./draft-media-buys.ts";
import type { MediaBuy } from "./media-buy.ts";
import { findMediaBuy } from "./store.ts";

export const NOON = new Date("2026-05-04T12:00:00.000Z");
export const FLIGHT = { start: new Date("2026-05-05T00:00:00.000Z"), end: new Date("2026-05-09T00:00:00.000Z") };

/** A seller that does as the test says, keeps a ledger, and honours keys unless it is told not to. */
export class ScriptedSeller {
  readonly agentId = `agent-${newId("agent", systemRandom)}`;
  readonly name = "Test Seller";
  readonly created: { request: NewMediaBuy; call: SellerCall }[] = [];
  readonly changed: MediaBuyChange[] = [];
  readonly asked: DeliveryRequest[] = [];
  /** What the seller booked, by key. */
  readonly ledger = new Map<string, SellerMediaBuy>();
  idempotencyTtlSeconds: number | null = 86_400;
  status: MediaBuyStatus = "active";
  rows: DeliveryRow[] = [];
  create: (request: NewMediaBuy) => Promise<MediaBuyOutcome> = async (request) => this.booked(request);
  update: (change: MediaBuyChange) => Promise<MediaBuyOutcome> = async (change) => {
    this.status = change.canceled ? "canceled" : change.paused ? "paused" : "active";
    return { kind: "done", mediaBuy: this.standing(change.mediaBuyId) };
  };
  task: (taskId: string) => Promise<MediaBuyOutcome> = async (taskId) => ({ kind: "submitted", taskId, message: null });
  beforeAnswering: () => Promise<void> = async () => undefined;

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
    capabilities: async () => ({ idempotencyTtlSeconds: this.idempotencyTtlSeconds }),
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
    // Only what the tests of media buys call.
  } as unknown as SellerAgent;
}

/** Sellers by their ids, as many as the tests of a file need. */
export function scriptedSellers(): Sellers & { add(): ScriptedSeller } {
  const sellers = new Map<string, ScriptedSeller>();
  return {
    add: () => {
      const seller = new ScriptedSeller();
      sellers.set(seller.agentId, seller);
      return seller;
    },
    discoverable: async () => [],
    find: async (_, agentId) => {
      const seller = sellers.get(agentId);
      const { name = "" } = seller ?? {};
      return seller && { agent: seller.agent, agentId, name, storefrontId: null, publisherDomain: null };
    },
  };
}

export interface Enqueued {
  readonly step: string;
  readonly input: StepInput & { readonly attempt?: number };
  readonly delayMs: number;
}

/** A world whose clock the tests move, whose sellers they script, and whose jobs they do by hand. */
export async function openMarket() {
  const clock = frozenClock(NOON);
  const sellers = scriptedSellers();
  const world = await openWorld({ clock, sellers });
  return { world, clock, sellers };
}

export type Market = Awaited<ReturnType<typeof openMarket>>;

export const LINE = {
  productId: "p1",
  productName: "Product 1",
  pricingOptionId: "cpm",
  pricingModel: "cpm",
  budget: "1000.10",
  currency: "USD",
  bidPrice: null,
  pacing: "even",
} as const;

/** A buyer with a campaign, and one seller to buy of. */
export async function openDesk({ world, sellers }: Market) {
  const buyer = await world.caller("BUYER");
  const { data: advertiser } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const seller = sellers.add();
  const jobs: Enqueued[] = [];
  const host: Host = {
    ...world.host,
    enqueue: async (_db, { name }, input, { delayMs = 0 }) => void jobs.push({ step: name, input, delayMs }),
  };
  const { customerId } = buyer;
  const viewer = await world.host.viewerOf(customerId);
  if (!viewer) throw new Error("the buyer has no viewer");
  const inside = <T>(work: (ctx: Context) => Promise<T>) => inTransaction(host, viewer, "test", "write", work);
  const campaign = {
    campaignId: newId("campaign", systemRandom),
    advertiserId: Number(advertiser.id),
    name: "Spring",
    flight: FLIGHT,
  };
  await inside((ctx) => insertCampaign(ctx, campaign));
  const drafted = (...lines: (typeof LINE)[]): BuyDraft => {
    return { salesAgentId: seller.agentId, salesAgentName: seller.name, storefrontId: null, lines };
  };
  return {
    buyer,
    customerId,
    seller,
    jobs,
    host,
    campaign,
    inside,
    drafted,
    draft: async (...lines: (typeof LINE)[]): Promise<MediaBuy> => {
      const [buy] = await inside((ctx) => draftMediaBuys(ctx, campaign, [drafted(...(lines.length ? lines : [LINE]))]));
      if (!buy) throw new Error("nothing was drafted");
      return buy;
    },
    read: async (mediaBuyId: string): Promise<MediaBuy> => {
      const buy = await inside(({ db }) => findMediaBuy(db, customerId, mediaBuyId));
      if (!buy) throw new Error(`no media buy ${mediaBuyId}`);
      return buy;
    },
    perform: <I extends StepInput, S>(step: Step<I, S>, input: I) => perform(step, input, "test", host),
    /** Does all at once; the seller answers the one that came through when the others are done. */
    whileTheSellerWaits: async <T>(acts: readonly (() => Promise<T>)[]): Promise<T[]> => {
      let others = acts.length - 1;
      const gate = Promise.withResolvers<void>();
      seller.beforeAnswering = () => gate.promise;
      const done = async (act: () => Promise<T>) => {
        const result = await act();
        others -= 1;
        if (others === 0) gate.resolve();
        return result;
      };
      return Promise.all(acts.map(done));
    },
    /** Does a step up to the answer of the world, and dies before it is written down. */
    dieAfterCalling: async <I extends StepInput, S>(step: Step<I, S>, input: I): Promise<() => Promise<unknown>> => {
      const claimed = await inside((ctx) => step.claim(input, ctx));
      const called = await step.call?.(claimed as never, callContext(host, viewer, "test"));
      return () => inside(async (ctx) => step.settle?.(claimed as never, called as never, ctx));
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

async function insertCampaign({ db, viewer, now }: Context, campaign: CampaignRow): Promise<void> {
  await db
    .insertInto("campaigns")
    .values({
      customer_id: viewer.customerId,
      campaign_id: campaign.campaignId,
      advertiser_id: campaign.advertiserId,
      name: campaign.name,
      status: "DRAFT",
      flight_start: campaign.flight.start,
      flight_end: campaign.flight.end,
      budget: "5000",
      currency: "USD",
      created_at: now,
      updated_at: now,
    })
    .execute();
}

interface CampaignRow {
  readonly campaignId: string;
  readonly advertiserId: number;
  readonly name: string;
  readonly flight: typeof FLIGHT;
}

/** A row of a seller's report on its first buy's first package. */
export function row(day: string, spend: string, final: boolean): DeliveryRow {
  const counts = { impressions: 1000, clicks: 10, views: 700, completedViews: 300, conversions: 1 };
  return { mediaBuyId: "seller-1", packageId: "their-p1", day, ...counts, spend, final };
}

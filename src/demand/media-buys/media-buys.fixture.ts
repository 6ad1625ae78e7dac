import { type Caller, openWorld } from "../../../test/world.ts";
import { frozenClock } from "../../ground/kernel/clock.ts";
import type { Context } from "../../ground/kernel/context.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { callContext, inTransaction, perform } from "../../ground/kernel/perform.ts";
import { systemRandom } from "../../ground/kernel/random.ts";
import { SettlementConflict, type Step, type StepInput } from "../../ground/kernel/step.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import type { BuyingCampaign } from "./buying-campaign.ts";
import { draftMediaBuys } from "./drafting/draft-media-buys.ts";
import type { MediaBuy } from "./media-buy.ts";
import type { PackageDraft } from "./packages/package.ts";
import { type ScriptedSeller, scriptedSellers } from "./scripted-seller.fixture.ts";
import { findMediaBuy } from "./store.ts";

export const NOON = new Date("2026-05-04T12:00:00.000Z");
const FLIGHT = { start: new Date("2026-05-05T00:00:00.000Z"), end: new Date("2026-05-09T00:00:00.000Z") };

export const LINE: PackageDraft = {
  productId: "p1",
  productName: "Product 1",
  pricingOptionId: "cpm",
  pricingModel: "cpm",
  budget: "1000.10",
  currency: "USD",
  bidPrice: null,
  pacing: "even",
};

/** A world whose clock the tests move and whose sellers they script. */
export async function openMarket() {
  const clock = frozenClock(NOON);
  const sellers = scriptedSellers();
  const world = await openWorld({ clock, sellers });
  return { world, clock, sellers };
}

export type Market = Awaited<ReturnType<typeof openMarket>>;

interface Job {
  readonly step: string;
  readonly input: StepInput & { readonly attempt?: number };
  readonly delayMs: number;
}

/** A buyer with a campaign and one seller. Enqueued jobs are collected in `jobs` and not run. */
export async function openMediaBuyFixture({ world, sellers }: Market): Promise<MediaBuyFixture> {
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const viewer = await world.host.viewerOf(buyer.customerId);
  if (!viewer) throw new Error("the buyer has no viewer");
  const campaignId = newId("campaign", systemRandom);
  const campaign = { campaignId, advertiserId: Number(data.id), name: "Spring", flight: FLIGHT, targeting: {} };
  const desk = new MediaBuyFixture(world.host, buyer, viewer, campaign, sellers.add());
  await desk.inside((ctx) => insertCampaign(ctx, campaign));
  return desk;
}

export class MediaBuyFixture {
  readonly buyer: Caller;
  readonly customerId: number;
  readonly campaign: BuyingCampaign;
  readonly seller: ScriptedSeller;
  readonly jobs: Job[] = [];
  readonly #host: Host;
  readonly #viewer: Viewer;

  constructor(host: Host, buyer: Caller, viewer: Viewer, campaign: BuyingCampaign, seller: ScriptedSeller) {
    this.buyer = buyer;
    this.customerId = buyer.customerId;
    this.campaign = campaign;
    this.seller = seller;
    this.#viewer = viewer;
    this.#host = {
      ...host,
      enqueue: async (_, { name }, input, { delayMs = 0 }) => void this.jobs.push({ step: name, input, delayMs }),
    };
  }

  inside<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    return inTransaction(this.#host, this.#viewer, "test", "write", work);
  }

  perform<I extends StepInput, S>(step: Step<I, S>, input: I): Promise<S | undefined> {
    return perform(step, input, "test", this.#host);
  }

  /**
   * Runs a step as far as the external answer, and stops before the answer is stored, as a crash would. Returns the
   * function that stores it.
   */
  async dieAfterCalling<I extends StepInput, S>(step: Step<I, S>, input: I): Promise<() => Promise<unknown>> {
    const claimed = await this.inside((ctx) => step.claim(input, ctx));
    const called = await step.call?.(claimed as never, callContext(this.#host, this.#viewer, "test"));
    const settle = (held: unknown) => this.inside(async (ctx) => step.settle?.(held as never, called as never, ctx));
    return () =>
      settle(claimed).catch((error: unknown) => {
        if (error instanceof SettlementConflict) return settle(error.claimed);
        throw error;
      });
  }

  /**
   * Runs everything concurrently. The seller delays its answer to the one request that reached it until all the others
   * are done.
   */
  async whileTheSellerWaits<T>(acts: readonly (() => Promise<T>)[]): Promise<T[]> {
    let others = acts.length - 1;
    const gate = Promise.withResolvers<void>();
    this.seller.beforeAnswering = () => gate.promise;
    const done = async (act: () => Promise<T>) => {
      const result = await act();
      others -= 1;
      if (others === 0) gate.resolve();
      return result;
    };
    return Promise.all(acts.map(done));
  }

  /** Drafts one line if none are given. */
  async draft(...lines: PackageDraft[]): Promise<MediaBuy> {
    const { agentId, name } = this.seller;
    const draft = {
      salesAgentId: agentId,
      salesAgentName: name,
      storefrontId: null,
      lines: lines.length ? lines : [LINE],
    };
    const [buy] = await this.inside((ctx) => draftMediaBuys(ctx, this.campaign, [draft]));
    if (!buy) throw new Error("nothing was drafted");
    return buy;
  }

  async read(mediaBuyId: string): Promise<MediaBuy> {
    const buy = await this.inside(({ db }) => findMediaBuy(db, this.customerId, mediaBuyId));
    if (!buy) throw new Error(`no media buy ${mediaBuyId}`);
    return buy;
  }
}

async function insertCampaign({ db, viewer, now }: Context, campaign: BuyingCampaign): Promise<void> {
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

import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { after, DAY_MS, dayOf } from "../../ground/kernel/clock.ts";
import type { MediaBuyOutcome, NewMediaBuy, SellerAgent, SellerCall } from "../../ground/seller-agent/index.ts";
import type { ProviderOptions, SimulatedProvider } from "../../main/sandbox/providers/index.ts";
import { type FileServer, serveFiles } from "./file-server.fixture.ts";
import { callOf, openJourney } from "./journey.fixture.ts";
import { connect, mapBrand, ok, type WiredShop } from "./providers.fixture.ts";

/** A journey in the platform's time, with everything that a buyer does during it. */
export interface Visit {
  readonly platform: SimulatedProvider;
  readonly shop: WiredShop;
  agent(): SellerAgent;
  call(): SellerCall;
  /** Consents, and maps the buyer's brand to the first account in dollars; returns the status of the last page. */
  connect(): Promise<number>;
  buy(request: NewMediaBuy): Promise<MediaBuyOutcome>;
  /** Makes the first package show one creative; returns the creative's status. */
  show(bought: MediaBuyOutcome, creative: ShownCreative): Promise<unknown>;
  /** Advances the platform's clock and the seller's. */
  advance(ms: number): Promise<void>;
  standing(bought: MediaBuyOutcome): Promise<unknown>;
  delivered(bought: MediaBuyOutcome, days: { readonly startDay: string; readonly endDay: string }): Promise<Delivered>;
  /**
   * Checks that nothing exists twice or is orphaned, that nothing ran before it was read back, and that the platform
   * ignored none of our fields.
   */
  countLedger(): void;
  close(): Promise<void>;
}

type Delivered = Awaited<ReturnType<SellerAgent["getMediaBuyDelivery"]>>;

interface ShownCreative {
  readonly creativeId: string;
  readonly name: string;
  readonly kind?: "image" | "video";
}

type Start = (options: ProviderOptions) => Promise<SimulatedProvider>;

export async function openVisit(name: string, start: Start): Promise<Visit> {
  const { world, simulated: platform, shop, agent, close } = await openJourney(name, start);
  const files = await serveFiles();
  const { seller, storefrontId } = shop;
  const call = () => callOf({ now: platform.controls.now() });
  return {
    platform,
    shop,
    agent,
    call,
    async connect() {
      const status = await connect(world, platform, { owner: seller, side: "storefront", storefrontId });
      await mapBrand(seller, call().buyer.brandDomain ?? "");
      return status;
    },
    buy: (request) => buyInPerson(agent(), call, request),
    show: (bought, shown) => showInPerson(agent(), call, idsOf(bought), creativeOf(shown, files)),
    async advance(ms) {
      platform.controls.advance(ms);
      ok(await seller.post("/sandbox/clock", { to: platform.controls.now().toISOString() }));
    },
    standing: async (bought) => (await agent().getMediaBuys({ mediaBuyIds: [idsOf(bought).mediaBuyId] }, call()))[0],
    delivered: (bought, days) =>
      agent().getMediaBuyDelivery({ mediaBuyIds: [idsOf(bought).mediaBuyId], ...days }, call()),
    countLedger() {
      const { ledger } = platform;
      const wrong = [ledger.twice(), ledger.orphans(), ledger.enabledUnread(), ledger.ignored];
      expect(wrong).toEqual([[], [], [], []]);
    },
    async close() {
      files.close();
      await close();
    },
  };
}

/** After a lost answer the job continues automatically; a second interactive request does not wait for it. */
const MOST_ASKED = 6;

async function buyInPerson(agent: SellerAgent, call: () => SellerCall, request: NewMediaBuy): Promise<MediaBuyOutcome> {
  let outcome = await agent.createMediaBuy(request, call());
  for (let asked = 1; outcome.kind === "submitted" && asked < MOST_ASKED; asked += 1)
    outcome = await agent.createMediaBuy(request, call());
  return outcome;
}

async function showInPerson(
  agent: SellerAgent,
  call: () => SellerCall,
  { mediaBuyId, packageId }: ReturnType<typeof idsOf>,
  creative: ReturnType<typeof creativeOf>,
) {
  const packages = [{ packageId, creativeIds: [creative.creativeId] }];
  const request = () => ({ idempotencyKey: randomUUID(), mediaBuyId, packages });
  const sync = () => agent.syncCreatives({ ...request(), creatives: [creative] }, call());
  let [outcome] = await sync();
  for (let asked = 1; outcome?.approval === "processing" && asked < MOST_ASKED; asked += 1) [outcome] = await sync();
  await agent.updateMediaBuy(request(), call());
  return outcome;
}

/** Ten days from tomorrow, with a package for each product and price. */
export function newBuy(now: Date, products: readonly (readonly [string, string])[], budget = "1500.25"): NewMediaBuy {
  return {
    idempotencyKey: randomUUID(),
    buyerRef: `ref-${randomUUID()}`,
    name: "Spring",
    flight: { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) },
    packages: products.map(([productId, pricingOptionId], at) => ({
      buyerRef: `p${at}`,
      productId,
      pricingOptionId,
      currency: "USD",
      bidPrice: null,
      budget,
      pacing: "even",
    })),
  };
}

function creativeOf({ creativeId, name, kind = "image" }: ShownCreative, files: FileServer) {
  const url = files.address(kind === "image" ? "spot.png" : "spot.mp4");
  return {
    creativeId,
    name,
    manifest: {
      format_kind: kind === "image" ? "image" : "video_hosted",
      assets: {
        [kind]: { asset_type: kind, url },
        headline: { asset_type: "text", content: name },
        click: { asset_type: "url", url_type: "clickthrough", url: "https://acme.example/spring" },
      },
    },
  };
}

export function idsOf(bought: MediaBuyOutcome): { readonly mediaBuyId: string; readonly packageId: string } {
  if (bought.kind !== "done") throw new Error(`it was not bought: ${JSON.stringify(bought)}`);
  const { mediaBuyId, packages } = bought.mediaBuy;
  return { mediaBuyId, packageId: packages[0]?.packageId ?? "" };
}

/** The most recent days, this many of them. */
export function lastDays(now: Date, days: number): { readonly startDay: string; readonly endDay: string } {
  return { startDay: dayOf(after(now, -days * DAY_MS)), endDay: dayOf(now) };
}

import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort } from "../../../test/free-port.ts";
import { INSTALLATION, openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS, dayOf, wallClock } from "../../ground/kernel/clock.ts";
import type { MediaBuyOutcome, NewMediaBuy, SellerAgent, SellerCall } from "../../ground/seller-agent/index.ts";
import type { ProviderOptions, SimulatedProvider } from "../../main/sandbox/providers/index.ts";
import { connect, mapBrand, setApplication, type WiredShop, wire } from "./providers.fixture.ts";

const BUYER = { customerId: 7001, name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true };
const PICTURE = Buffer.from("89504e470d0a1a0a", "hex");

/** A storefront that is wired to a simulated platform, and a buyer in front of it. Its time is the platform's. */
export interface Journey {
  readonly world: World;
  readonly platform: SimulatedProvider;
  readonly shop: WiredShop;
  /** Where the bytes of what is shown are. */
  readonly files: string;
  agent(): SellerAgent;
  call(): SellerCall;
  /** Consents, and maps the buyer's brand to the first account in dollars. */
  connect(): Promise<number>;
  buy(request: NewMediaBuy): Promise<MediaBuyOutcome>;
  /** Has the first package show one creative; how it stands then. */
  show(bought: MediaBuyOutcome, creative: Shown): Promise<unknown>;
  standing(bought: MediaBuyOutcome): Promise<unknown>;
  delivered(bought: MediaBuyOutcome, days: { readonly startDay: string; readonly endDay: string }): Promise<Delivered>;
  close(): Promise<void>;
}

type Delivered = Awaited<ReturnType<SellerAgent["getMediaBuyDelivery"]>>;

interface Shown {
  readonly creativeId: string;
  readonly name: string;
  readonly kind?: "image" | "video";
}

export async function openJourney(
  name: string,
  start: (options: ProviderOptions) => Promise<SimulatedProvider>,
): Promise<Journey> {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const redirectUris = [`${publicUrl}/api/v2/storefront/adapters/${name}/oauth/callback`];
  const application = { clientId: "app-41", clientSecret: "not a secret", redirectUris };
  const platform = await start({ clock: wallClock, seed: "41", application });
  const world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts: platform.addresses } });
  await setApplication(await world.caller("OPERATOR"), platform);
  const shop = await wire(world, name, "operator");
  const server = createServer((_, response) => void response.writeHead(200).end(PICTURE));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const agent = () => {
    const place = { customerId: shop.seller.customerId, inventorySourceId: shop.inventorySourceId };
    return world.host.openAgent({ kind: "provider", agentId: shop.agentId, name, ...place });
  };
  const call = (): SellerCall => ({
    buyer: BUYER,
    timeoutMs: 60_000,
    now: platform.controls.now(),
    requestId: `req_${name}`,
  });
  return {
    world,
    platform,
    shop,
    files: `http://127.0.0.1:${port}`,
    agent,
    call,
    async connect() {
      const status = await connect(world, platform, {
        owner: shop.seller,
        side: "storefront",
        storefrontId: shop.storefrontId,
      });
      await mapBrand(shop.seller, BUYER.brandDomain);
      return status;
    },
    async buy(request) {
      let outcome = await agent().createMediaBuy(request, call());
      // Who lost an answer goes on by itself; whoever asks again in person does not wait for that.
      for (let asked = 0; outcome.kind === "submitted" && asked < 5; asked += 1)
        outcome = await agent().createMediaBuy(request, call());
      return outcome;
    },
    async show(bought, { creativeId, name: title, kind = "image" }) {
      const { mediaBuyId, packageId } = idsOf(bought);
      const packages = [{ packageId, creativeIds: [creativeId] }];
      const creatives = [creativeOf(creativeId, title, `http://127.0.0.1:${port}/spot.${ENDINGS[kind]}`, kind)];
      const sync = { idempotencyKey: randomUUID(), mediaBuyId, creatives, packages };
      const [outcome] = await agent().syncCreatives(sync, call());
      await agent().updateMediaBuy({ idempotencyKey: randomUUID(), mediaBuyId, packages }, call());
      return outcome;
    },
    standing: async (bought) => (await agent().getMediaBuys({ mediaBuyIds: [idsOf(bought).mediaBuyId] }, call()))[0],
    delivered: (bought, days) =>
      agent().getMediaBuyDelivery({ mediaBuyIds: [idsOf(bought).mediaBuyId], ...days }, call()),
    async close() {
      server.close();
      await world.close();
      await platform.close();
    },
  };
}

const ENDINGS = { image: "png", video: "mp4" } as const;

/** Ten days, from tomorrow on, of each product with its price. */
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

function creativeOf(creativeId: string, name: string, url: string, kind: "image" | "video") {
  return {
    creativeId,
    name,
    manifest: {
      format_kind: kind === "image" ? "image" : "video_hosted",
      assets: {
        [kind]: { asset_type: kind, url },
        headline: { asset_type: "text", content: "Go outside" },
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

/** The days that have been, as far back as that. */
export function lastDays(now: Date, days: number): { readonly startDay: string; readonly endDay: string } {
  return { startDay: dayOf(after(now, -days * DAY_MS)), endDay: dayOf(now) };
}

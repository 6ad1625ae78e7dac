import { setTimeout as sleep } from "node:timers/promises";
import { ADCP_PRODUCT } from "../../test/seller/fixtures.ts";
import {
  type Answer,
  type Payload,
  type ScriptedSeller,
  startScriptedSeller,
} from "../../test/seller/scripted-seller.ts";

/** A third-party seller with a ledger of its own, whose answers cannot be trusted. */
export interface LyingSeller {
  readonly mcpUrl: string;
  /** Its bookings, by the request's key. */
  readonly booked: ReadonlyMap<string, Booked>;
  /** The number of calls that it did not answer correctly. */
  lies(): number;
  close(): Promise<void>;
}

interface Booked {
  readonly mediaBuyId: string;
  readonly budget: number;
  /** How often the same booking was requested. */
  asked: number;
}

const SLOW_MS = 6_000;

export async function startLyingSeller(random: () => number): Promise<LyingSeller> {
  const seller = await startScriptedSeller();
  const booked = new Map<string, Booked>();
  let lies = 0;
  const lie = (answer: Answer): Answer => {
    lies += 1;
    return answer;
  };
  const unwell = (): Answer | undefined => {
    const draw = random();
    if (draw < 0.05) return lie({ http: 502 });
    if (draw < 0.1) return lie({ drop: true });
    if (draw < 0.13) return lie({ raw: '{"jsonrpc":"2.0","id":' });
    if (draw < 0.15) return lie({ bytes: 20 * 1024 * 1024 });
    return undefined;
  };
  /** The booking has been made, whatever the answer says. */
  const unreliably = async (answer: Answer): Promise<Answer> => {
    if (random() < 0.1) {
      lies += 1;
      await sleep(SLOW_MS);
    }
    return unwell() ?? answer;
  };

  seller.on("get_products", () => unreliably({ payload: productsSaid(random, lie) }));
  seller.on("create_media_buy", (input) => {
    const key = String(input["idempotency_key"]);
    const packages = input["packages"] as readonly { readonly budget: number; readonly buyer_ref?: string }[];
    const known = booked.get(key);
    const budget = packages.reduce((sum, part) => sum + part.budget, 0);
    const buy = known ?? { mediaBuyId: `liar_${booked.size + 1}`, budget, asked: 0 };
    buy.asked += 1;
    booked.set(key, buy);
    return unreliably({ payload: boughtSaid(buy, packages.length) });
  });
  seller.on("update_media_buy", (input) =>
    unreliably({ payload: { status: "completed", media_buy_status: "paused", media_buy_id: input["media_buy_id"] } }),
  );
  seller.on("get_media_buys", ({ media_buy_ids = [] }) =>
    unreliably({ payload: { media_buys: (media_buy_ids as string[]).map((id) => standingSaid(id)) } }),
  );
  seller.on("get_media_buy_delivery", ({ media_buy_ids = [] }) =>
    unreliably(lie({ payload: deliverySaid(media_buy_ids as string[], random) })),
  );
  return { mcpUrl: seller.mcpUrl, booked, lies: () => lies, close: () => closed(seller) };
}

/** Occasionally lists a product twice, or with an invalid price. */
function productsSaid(random: () => number, lie: (answer: Answer) => Answer): Payload {
  const product = (id: string, changes: Payload = {}) => ({ ...ADCP_PRODUCT, product_id: id, ...changes });
  const products: Payload[] = ["liar-1", "liar-2", "liar-3"].map((id) => product(id));
  if (random() < 0.3) products.push(product("liar-1", { name: "x".repeat(100_000) }));
  if (random() < 0.3) products.push(product("liar-4", { pricing_options: [{ fixed_price: "free", currency: 7 }] }));
  if (products.length > 3) lie({ payload: {} });
  return { status: "completed", products, cache_scope: "public" };
}

const boughtSaid = ({ mediaBuyId }: Booked, packages: number): Payload => ({
  status: "completed",
  media_buy_status: "active",
  media_buy_id: mediaBuyId,
  packages: Array.from({ length: packages }, (_, place) => ({ package_id: `${mediaBuyId}_${place}` })),
});

const standingSaid = (id: string): Payload => ({
  media_buy_id: id,
  status: "active",
  packages: [{ package_id: `${id}_0` }],
});

/** Reports more than was ever ordered, negative amounts, and figures for buys that nobody has. */
function deliverySaid(ids: readonly string[], random: () => number): Payload {
  const spend = random() < 0.5 ? 1e9 : -5;
  const of = (id: string) => ({
    media_buy_id: id,
    status: "active",
    totals: { impressions: -1, spend },
    by_package: [{ package_id: `${id}_0`, impressions: 1e15, spend }],
  });
  return { currency: random() < 0.5 ? "USD" : "XXX", media_buy_deliveries: [...ids, "liar_unknown"].map(of) };
}

async function closed(seller: ScriptedSeller): Promise<void> {
  await seller.close();
}

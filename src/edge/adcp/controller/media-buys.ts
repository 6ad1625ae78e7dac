import { z } from "zod";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { decimalOf } from "../../../ground/kernel/money.ts";
import type { NewMediaBuy, PricingOption, Product, SellerCall } from "../../../ground/seller-agent/index.ts";
import { readPurchases } from "../../../supply/callers/index.ts";
import { forceStanding, MEDIA_BUY_STATUSES, mayStand } from "../../../supply/callers/rehearsals/index.ts";
import type { Json } from "../../reference/index.ts";
import { sellerCall } from "../request-context.ts";
import { standingsOf, statusAmong } from "../tools/standings.ts";
import { fromAdcpAccount } from "../words/account.ts";
import { type ControllerContext, fault, moved, scenario } from "./scenario.ts";

/** The sources are not informed: only the buyer sees this status, and only until it changes the buy. */
export const forceMediaBuy = scenario(
  z.object({ media_buy_id: z.string(), status: z.enum(MEDIA_BUY_STATUSES) }),
  async ({ media_buy_id: mediaBuyId, status }, trial) => {
    const { caller } = trial.resolved;
    const [purchase] = await readPurchases(caller, { mediaBuyIds: [mediaBuyId], limit: 1 });
    const standing = purchase && statusAmong(await standingsOf([mediaBuyId], trial), purchase);
    const none = `params.media_buy_id: you have no media buy ${mediaBuyId} in a sandbox here that its seller has decided on`;
    if (!standing) return fault("NOT_FOUND", none);
    const done = mayStand(standing.status, status);
    const { revision } = purchase;
    if (done && !(await forceStanding(caller, { mediaBuyId, status, revision }))) return fault("NOT_FOUND", none);
    return moved(standing.status, status, done, "a media buy");
  },
);

const Fixture = z.looseObject({
  status: z.enum(MEDIA_BUY_STATUSES).optional(),
  start_time: z.iso.datetime({ offset: true }).optional(),
  end_time: z.iso.datetime({ offset: true }).optional(),
  total_budget: z.union([z.number(), z.object({ amount: z.number() }).transform(({ amount }) => amount)]).optional(),
});

const RUNS_MS = 30 * DAY_MS;
/** The budget if a fixture states none. */
const BUDGET = 25_000;

/**
 * Buys the first product on the caller's shelf, as create_media_buy would, once for each name. The buy has one of our ids; get_media_buys
 * also returns it under the fixture's id.
 */
export const seedMediaBuy = scenario(
  z.object({ media_buy_id: z.string().min(1).max(200), fixture: Fixture.default({}) }),
  async ({ media_buy_id: name, fixture }, trial) => {
    if (!trial.viewer.sandbox) return fault("FORBIDDEN", "only keys of a sandbox can do this");
    const call = namedCall(sellerCall(trial, await fromAdcpAccount(trial.account, trial)));
    const { products } = await trial.resolved.agent.getProducts({}, { ...call, lookUp: true });
    const priced = products.flatMap((product) => {
      const option = product.pricingOptions.find(({ fixedPrice }) => fixedPrice !== null);
      return option ? [{ product, option }] : [];
    });
    const [first] = priced;
    if (!first) return fault("INVALID_PARAMS", "params.media_buy_id: nothing is sold here at a fixed price");
    const outcome = await trial.resolved.agent.createMediaBuy(buyOf(name, fixture, first, call.now), call);
    if (outcome.kind === "done") await nameBuy(name, outcome.mediaBuy.mediaBuyId, fixture, trial);
    // A buy with this name exists already, for another flight.
    if (outcome.kind === "rejected" && outcome.errors[0]?.code === "IDEMPOTENCY_CONFLICT") return { success: true };
    if (outcome.kind === "rejected")
      return fault("INVALID_PARAMS", outcome.errors.map(({ message }) => message).join("; "));
    const { status } = fixture;
    if (outcome.kind === "done" && status !== undefined && status !== outcome.mediaBuy.status)
      await forceStanding(trial.resolved.caller, { mediaBuyId: outcome.mediaBuy.mediaBuyId, status, revision: 1 });
    return { success: true };
  },
);

/** From now on, the caller can also use the names in the fixture. */
async function nameBuy(
  name: string,
  mediaBuyId: string,
  fixture: Json,
  { resolved }: ControllerContext,
): Promise<void> {
  await resolved.trials.seed({ kind: "media_buy", parentId: mediaBuyId, fixtureId: name, fixture });
}

/** Names a buyer, because buys without a brand or an operator would first be reviewed by people. */
function namedCall({ buyer, ...call }: SellerCall): SellerCall {
  const { brandDomain, operatorDomain } = buyer;
  const nobody = "seeded.example";
  return { ...call, buyer: { ...buyer, brandDomain: brandDomain ?? nobody, operatorDomain: operatorDomain ?? nobody } };
}

interface Priced {
  readonly product: Product;
  readonly option: PricingOption;
}

function buyOf(name: string, fixture: z.output<typeof Fixture>, { product, option }: Priced, now: Date): NewMediaBuy {
  const start = fixture.start_time === undefined ? now : new Date(fixture.start_time);
  const end = fixture.end_time === undefined ? after(start, RUNS_MS) : new Date(fixture.end_time);
  return {
    idempotencyKey: `seed_media_buy:${name}`,
    buyerRef: name,
    name,
    flight: { start, end: end > now ? end : after(now, RUNS_MS) },
    packages: [
      {
        buyerRef: "0",
        productId: product.productId,
        pricingOptionId: option.pricingOptionId,
        budget: decimalOf(fixture.total_budget ?? BUDGET),
        currency: option.currency,
        bidPrice: null,
        pacing: "even",
      },
    ],
    echo: { po_number: name },
  };
}

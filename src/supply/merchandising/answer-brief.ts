import type { Host } from "../../ground/kernel/host.ts";
import type { Incompleteness, ProductsAnswer, ProductsRequest, SellerCall } from "../../ground/seller-agent/index.ts";
import { historyOf } from "../analytics/index.ts";
import { buyingModeOf } from "../composition/index.ts";
import type { CompositionResult } from "../intelligence/index.ts";
import type { OpenedSource, SellerSide } from "../orders/index.ts";
import { identityOf, overlaid } from "./presentation.ts";
import { callsOf } from "./recording/calls-of.ts";
import { type EarlierRun, type Entry, recorderOf } from "./recording/record-runs.ts";
import type { Settled, SettledShelf } from "./settled/settled-shelf.ts";
import { type Composed, decidedBy, standingAnswer } from "./settled/standing-answers.ts";
import { agentIdOf, authorisedOf, refusedReason, rulesOf, type Shopfront } from "./shopfront.ts";
import { answerOf, passthroughGap, showProducts } from "./show-products.ts";
import { type Composing, composingOf } from "./stance/stance-of.ts";

/** An open storefront, serving one buyer. */
export interface OpenShop {
  readonly host: Host;
  readonly side: SellerSide;
  readonly shelf: SettledShelf;
  readonly shopfront: Shopfront;
  /** Null for a buyer on another system. */
  readonly buyerCustomerId: number | null;
  readonly openSources: () => Promise<OpenedSource[]>;
}

/**
 * Answers `get_products` for a storefront, with the previous answer if nothing that determines it has changed. In
 * either case, the run is recorded before the answer is sent.
 */
export async function answerBrief(shop: OpenShop, request: ProductsRequest, call: SellerCall): Promise<ProductsAnswer> {
  const { host, shopfront } = shop;
  const began = host.clock.now();
  const compose = () => answerAnew(shop, request, call, began);
  const decided = call.lookUp || mayReorder(shop) ? undefined : await decidedBy(shop, request, call);
  if (decided === undefined) return (await compose()).answer;
  const repeat = (run: EarlierRun) => recordAgain(shop, run, call, began);
  return standingAnswer(host.database, { shopfront, decided, repeat, compose: async () => standing(await compose()) });
}

function standing({ answer, run }: Composed): Composed {
  return { run, answer: run ? { ...answer, stands: true } : answer };
}

/** A language model may order the products differently every time. */
function mayReorder({ host, shopfront }: OpenShop): boolean {
  return host.languageModel !== null && shopfront.productMode === "composition";
}

async function answerAnew(shop: OpenShop, request: ProductsRequest, call: SellerCall, began: Date): Promise<Composed> {
  const [settled, history] = await Promise.all([
    shop.shelf.forBuyer(shop.side, call, request.countries),
    historyFor(shop, request, call),
  ]);
  const composing = composingOf(shop.shopfront.productMode, request, settled.terms, history);
  const came = await compose(shop, { ...settled, composing }, request, call);
  const run = call.lookUp ? undefined : await record(shop, { ...settled, composing, request, call, began }, came);
  return { answer: answerIn(came, request, settled, shop.shopfront), run };
}

function answerIn(
  came: CompositionResult,
  request: ProductsRequest,
  { terms }: Settled,
  shopfront: Shopfront,
): ProductsAnswer {
  if (came.kind === "composed")
    return overlaid(answerOf(came, request, shopfront.name), { terms, identity: identityIn(shopfront) });
  return nothingFrom(shopfront, came.message, came.disposition === "declined_policy" ? "refused" : "not_active");
}

/** History does not affect the unchanged catalogue, nor mere look-ups. */
async function historyFor(
  { side, shelf, shopfront }: OpenShop,
  request: ProductsRequest,
  { buyer, lookUp }: SellerCall,
) {
  const { productMode } = shopfront;
  if (lookUp || productMode === "passthrough" || buyingModeOf(request) === "wholesale") return undefined;
  const { operatorDomain, brandDomain } = buyer;
  const key = { operatorDomain, brandDomain, country: request.countries?.[0] ?? null };
  return historyOf(await shelf.learnt(side), key);
}

export function nothingFrom(shopfront: Shopfront, message: string, reason: Incompleteness["reason"]): ProductsAnswer {
  const incomplete = [{ source: agentIdOf(shopfront), reason, message }];
  return { products: [], proposals: [], refinementsApplied: [], incomplete };
}

async function compose(
  { host, shopfront, openSources }: OpenShop,
  { terms, rules, composing }: Settled & { readonly composing: Composing },
  request: ProductsRequest,
  call: SellerCall,
): Promise<CompositionResult> {
  if (terms.refusedAs) {
    const { code, message } = refusedReason(shopfront);
    return { kind: "skipped", disposition: "declined_policy", code, message };
  }
  const { acceptedCountries } = shopfront.presentation;
  const { countries = [] } = request;
  if (acceptedCountries && countries.length > 0 && !countries.some((one) => acceptedCountries.includes(one))) {
    const message = `${shopfront.name} takes briefs for ${acceptedCountries.join(", ")}`;
    return { kind: "skipped", disposition: "declined_fit", code: "COUNTRY_NOT_ACCEPTED", message };
  }
  const sources = await openSources();
  const mode = shopfront.productMode;
  const message =
    sources.length === 0 ? "no source of this storefront is active" : passthroughGap(mode, sources.length);
  const model = mode === "composition" && !call.lookUp ? host.languageModel : null;
  const orderer = model ? { model, requestId: call.requestId } : undefined;
  if (message !== undefined) return { kind: "skipped", disposition: "declined_fit", code: "NO_SOURCE", message };
  const authorised = authorisedOf(shopfront);
  const shelf = { mode, sources, terms, rules: rulesOf(shopfront, rules), composing, orderer, authorised };
  return showProducts(shelf, request, call, host.log);
}

/** A storefront that passes one source through sells its products under the storefront's own name. */
function identityIn({ productMode, name, presentation }: Shopfront): string | null {
  return productMode === "passthrough" ? identityOf(name, presentation) : null;
}

interface BriefRequest extends Settled {
  readonly composing: Composing;
  readonly request: ProductsRequest;
  readonly call: SellerCall;
  /** Wall-clock time. */
  readonly began: Date;
}

async function record(shop: OpenShop, asked: BriefRequest, came: CompositionResult): Promise<EarlierRun | undefined> {
  const { host, side, shopfront, buyerCustomerId } = shop;
  const { request, call, terms, rules, began, composing } = asked;
  const { storefrontId, productMode: mode } = shopfront;
  const durationMs = host.clock.now().getTime() - began.getTime();
  const buyer = { ...call.buyer, customerId: buyerCustomerId };
  // In a sandbox organisation everything is simulated, so sandbox buyers count as real there.
  const purpose = buyer.sandbox && !side.out.viewer.sandbox ? ("simulation" as const) : ("live" as const);
  const rulesVersion = rules?.version ?? null;
  const said = { storefrontId, mode, buyer, request, terms, rulesVersion, durationMs, purpose, composing };
  const runId = await written(shop, call, { kind: "new", asked: said, came });
  return runId === undefined ? undefined : { runId, calls: callsOf(came).map((one) => ({ ...one, tookMs: 0 })) };
}

/** Returns false if the earlier run can no longer be referred to, but true if nothing can be written at all. */
async function recordAgain(shop: OpenShop, earlier: EarlierRun, call: SellerCall, began: Date): Promise<boolean> {
  const durationMs = shop.host.clock.now().getTime() - began.getTime();
  return (await written(shop, call, { kind: "like", earlier, durationMs }, earlier.runId)) !== undefined;
}

/** The id of the recorded run; `lost` if it could not be recorded, which must not hold up the buyer. */
async function written(
  { host, side, shopfront: { storefrontId } }: OpenShop,
  { requestId }: SellerCall,
  what: Entry["what"],
  lost?: number,
): Promise<number | undefined> {
  const write = recorderOf(host, side.customerId);
  let runId = lost;
  await host.backgroundTasks.finish("an intelligence run", async () => {
    runId = await write({ side, requestId, storefrontId, what });
  });
  return runId;
}

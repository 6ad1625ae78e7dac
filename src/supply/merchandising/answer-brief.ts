import type { Host } from "../../ground/kernel/host.ts";
import type { Incompleteness, ProductsAnswer, ProductsRequest, SellerCall } from "../../ground/seller-agent/index.ts";
import { historyOf } from "../analytics/index.ts";
import { buyingModeOf } from "../composition/index.ts";
import type { CameOfIt } from "../intelligence/index.ts";
import type { OpenedSource, SellerSide } from "../orders/index.ts";
import { identityOf, overlaid } from "./presentation.ts";
import { recorderOf } from "./recording/record-runs.ts";
import type { Settled, SettledShelf } from "./settled/settled-shelf.ts";
import { agentIdOf, authorisedOf, refusedReason, rulesOf, type Shopfront } from "./shopfront.ts";
import { answerOf, passthroughGap, showProducts } from "./show-products.ts";
import { type Composing, composingOf } from "./stance/stance-of.ts";

/** A storefront that is open, before one buyer. */
export interface OpenShop {
  readonly host: Host;
  readonly side: SellerSide;
  readonly shelf: SettledShelf;
  readonly shopfront: Shopfront;
  /** Null for a buyer of another system. */
  readonly buyerCustomerId: number | null;
  readonly openSources: () => Promise<OpenedSource[]>;
}

/** How a storefront answers `get_products`. The result is recorded before the answer is sent. */
export async function answerBrief(shop: OpenShop, request: ProductsRequest, call: SellerCall): Promise<ProductsAnswer> {
  const began = shop.host.clock.now();
  const [settled, history] = await Promise.all([
    shop.shelf.forBuyer(shop.side, call, request.countries),
    historyFor(shop, request, call),
  ]);
  const composing = composingOf(shop.shopfront.productMode, request, settled.terms, history);
  const came = await compose(shop, { ...settled, composing }, request, call);
  if (!call.lookUp) await record(shop, { ...settled, composing, request, call, began }, came);
  const { shopfront } = shop;
  if (came.kind === "composed")
    return overlaid(answerOf(came, request, shopfront.name), { terms: settled.terms, identity: identityIn(shopfront) });
  return nothingFrom(shopfront, came.message, came.disposition === "declined_policy" ? "refused" : "not_active");
}

/** The catalogue as it is, and what is only looked up, is not composed by history. */
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
): Promise<CameOfIt> {
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

/** A storefront that passes another's products on sells them under its own name. */
function identityIn({ productMode, name, presentation }: Shopfront): string | null {
  return productMode === "passthrough" ? identityOf(name, presentation) : null;
}

interface Asked extends Settled {
  readonly composing: Composing;
  readonly request: ProductsRequest;
  readonly call: SellerCall;
  /** By the wall. */
  readonly began: Date;
}

async function record(shop: OpenShop, asked: Asked, came: CameOfIt) {
  const { host, side, shopfront, buyerCustomerId } = shop;
  const { request, call, terms, rules, began, composing } = asked;
  const { storefrontId, productMode: mode } = shopfront;
  const durationMs = host.clock.now().getTime() - began.getTime();
  const buyer = { ...call.buyer, customerId: buyerCustomerId };
  // In a sandbox everybody plays: there its buyers are as real as its sellers.
  const purpose = buyer.sandbox && !side.out.viewer.sandbox ? ("simulation" as const) : ("live" as const);
  const rulesVersion = rules?.version ?? null;
  const said = { storefrontId, mode, buyer, request, terms, rulesVersion, durationMs, purpose, composing };
  const write = recorderOf(host, side.customerId);
  await host.backgroundTasks.finish("an intelligence run", () =>
    write({ side, requestId: call.requestId, asked: said, came }),
  );
}

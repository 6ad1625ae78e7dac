import type { Host } from "../../ground/kernel/host.ts";
import type { Incompleteness, ProductsAnswer, ProductsRequest, SellerCall } from "../../ground/seller-agent/index.ts";
import { instructionsFor, type Terms } from "../instructions/index.ts";
import { type CameOfIt, insertRun, runOf } from "../intelligence/index.ts";
import type { OpenedSource, SellerSide } from "../orders/index.ts";
import { findActiveRules, type RulesVersion } from "../rules/index.ts";
import { identityOf, overlaid } from "./presentation.ts";
import { agentIdOf, authorisedOf, refusedReason, type Shopfront } from "./shopfront.ts";
import { answerOf, passthroughGap, showProducts } from "./show-products.ts";

/** What the operator has settled that bears on one buyer. */
export interface Settled {
  readonly terms: Terms;
  readonly rules: RulesVersion | undefined;
}

export function readSettled(
  side: SellerSide,
  { buyer }: SellerCall,
  countries: readonly string[] = [],
): Promise<Settled> {
  const { operatorDomain, brandDomain } = buyer;
  return side.read(async ({ db }) => {
    const [terms, rules] = await Promise.all([
      instructionsFor(db, side.customerId, { operatorDomain, brandDomain, countries }),
      findActiveRules(db, side.customerId),
    ]);
    return { terms, rules };
  });
}

/** A storefront that is open, before one buyer. */
export interface OpenShop {
  readonly host: Host;
  readonly side: SellerSide;
  readonly shopfront: Shopfront;
  /** Null for a buyer of another system. */
  readonly buyerCustomerId: number | null;
  readonly openSources: () => Promise<OpenedSource[]>;
}

/** What a storefront answers `get_products` with. What became of it is written down once the answer has gone. */
export async function answerBrief(shop: OpenShop, request: ProductsRequest, call: SellerCall): Promise<ProductsAnswer> {
  const began = shop.host.clock.now();
  const settled = await readSettled(shop.side, call, request.countries);
  const came = await compose(shop, settled, request, call);
  if (!call.lookUp) record(shop, { ...settled, request, call, began }, came);
  const { shopfront } = shop;
  if (came.kind === "composed")
    return overlaid(answerOf(came, request, shopfront.name), { terms: settled.terms, identity: identityIn(shopfront) });
  return nothingFrom(shopfront, came.message, came.disposition === "declined_policy" ? "refused" : "not_active");
}

export function nothingFrom(shopfront: Shopfront, message: string, reason: Incompleteness["reason"]): ProductsAnswer {
  const incomplete = [{ source: agentIdOf(shopfront), reason, message }];
  return { products: [], proposals: [], refinementsApplied: [], incomplete };
}

async function compose(
  { host, shopfront, openSources }: OpenShop,
  { terms, rules }: Settled,
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
  if (message !== undefined) return { kind: "skipped", disposition: "declined_fit", code: "NO_SOURCE", message };
  const authorised = authorisedOf(shopfront);
  return showProducts({ mode, sources, terms, rules: rules?.rules ?? [], authorised }, request, call, host.log);
}

/** A storefront that passes another's products on sells them under its own name. */
function identityIn({ productMode, name, presentation }: Shopfront): string | null {
  return productMode === "passthrough" ? identityOf(name, presentation) : null;
}

interface Asked extends Settled {
  readonly request: ProductsRequest;
  readonly call: SellerCall;
  /** By the wall. */
  readonly began: Date;
}

function record({ host, side, shopfront, buyerCustomerId }: OpenShop, asked: Asked, came: CameOfIt): void {
  const { request, call, terms, rules, began } = asked;
  const { storefrontId, productMode: mode } = shopfront;
  const durationMs = host.clock.now().getTime() - began.getTime();
  const buyer = { ...call.buyer, customerId: buyerCustomerId };
  const run = { storefrontId, mode, buyer, request, terms, rulesVersion: rules?.version ?? null, durationMs };
  host.backgroundTasks.add("an intelligence run", () =>
    side.write(({ db, now }) => insertRun(db, side.customerId, runOf({ ...run, at: now }, came))),
  );
}

import { refineInWords } from "../../../ground/seller-agent/implementing/refine-in-words.ts";
import type { Incompleteness, Product, ProductsAnswer, ProductsRequest } from "../../../ground/seller-agent/index.ts";
import type { Provider } from "../contract/provider.ts";
import { minimumFor, type Template } from "../contract/template.ts";
import { countryOfZone } from "../kit/zone-country.ts";
import { openSeatFor, type SeatAccount } from "./seat.ts";
import { type Shop, seatOf } from "./shop.ts";

/** The platform's products for the buyer's account: its templates, combined with the account's facts. */
export async function offerProducts(shop: Shop, request: ProductsRequest): Promise<ProductsAnswer> {
  const { source, adapter } = shop;
  const seat = await seatOf(shop);
  if (!adapter.sales && seat?.state === "CONNECTED")
    return { products: [], proposals: [], refinementsApplied: refuseAll(request), incomplete: [] };
  if (seat?.state !== "CONNECTED" || !seat.shown) {
    const message = seat
      ? "it is connected, and no account is chosen: PATCH /storefront-connections/{connectionId}/accounts/{accountId}/select"
      : `it is not connected: POST /storefronts/${source.storefrontId}/connection`;
    return { products: [], proposals: [], refinementsApplied: refuseAll(request), incomplete: [gap(shop, message)] };
  }
  const { shown } = seat;
  // A buyer without an account still sees the products, with a note that they require one.
  const account = openSeatFor(shop, seat);
  const barred = "account" in account ? undefined : account.message;
  const open = adapter.templates.filter(({ id }) => shown.facts.withheld[id] === undefined);
  const ranked = rank(open, wordsIn(request));
  const products = ranked
    .map((template) => ({ ...productOf(source.provider, template, shown), ...(barred && { barred }) }))
    .filter((product) => suits(product, request));
  return { ...refined(products, request), proposals: [], incomplete: [] };
}

function gap({ source }: Shop, message: string): Incompleteness {
  return { source: source.name, sourceId: source.provider, reason: "not_connected", message };
}

/** The countries in which it can be shown: those that the account states, or else the country of its time zone. */
export function countriesOf({ account, facts }: Pick<SeatAccount, "account" | "facts">): readonly string[] {
  if (facts.countries.length > 0) return facts.countries;
  const country = account.country ?? countryOfZone(account.timeZone);
  return country === undefined ? [] : [country.toUpperCase()];
}

export function productIdOf(provider: Provider, { id, version }: Template): string {
  return `${provider}:${id}:${version}`;
}

function productOf(provider: Provider, template: Template, seat: SeatAccount): Product {
  const { account, facts } = seat;
  const minimum = minimumFor(facts, template);
  return {
    productId: productIdOf(provider, template),
    name: template.name,
    description: template.description,
    channels: template.channels,
    deliveryType: "non_guaranteed",
    formatIds: [],
    formatOptions: template.formats.map(({ kind, name }) => ({
      formatKind: kind,
      formatOptionId: kind,
      displayName: name,
    })),
    publisherProperties: [{ publisherDomain: template.publisherDomain, selectionType: "all", propertyIds: [] }],
    pricingOptions: template.pricing.map(({ model }) => ({
      pricingOptionId: model,
      pricingModel: model,
      currency: account.currency,
      // Everything is auctioned, so the auction determines the price.
      fixedPrice: null,
      floorPrice: null,
      minSpendPerPackage: minimum?.per === "flight" ? minimum.amount : null,
    })),
    countries: countriesOf(seat),
    estimatedExposures: null,
    briefRelevance: null,
  };
}

function wordsIn({ brief = "", refine: criteria = [] }: ProductsRequest): readonly string[] {
  const said = [brief, ...criteria.map(({ ask }) => ask ?? "")].join(" ").toLowerCase();
  return said.slice(0, 4_000).match(/[\p{L}]{3,}/gu) ?? [];
}

/** Puts templates that the brief mentions first; the others keep their order. */
function rank(templates: readonly Template[], words: readonly string[]): readonly Template[] {
  const asked = new Set(words);
  const hits = (template: Template) =>
    [...template.words, ...template.name.toLowerCase().split(/\W+/)].filter((word) => asked.has(word)).length;
  return templates.toSorted((a, b) => hits(b) - hits(a));
}

function suits({ channels, countries, pricingOptions }: Product, request: ProductsRequest): boolean {
  const { channels: wanted = [], countries: asked = [], budget } = request;
  if (wanted.length > 0 && !wanted.some((channel) => channels.includes(channel))) return false;
  if (asked.length > 0 && countries.length > 0 && !asked.some((country) => countries.includes(country))) return false;
  return !budget || pricingOptions.some(({ currency }) => currency === budget.currency);
}

type Applied = ProductsAnswer["refinementsApplied"][number];

function refuseAll({ refine: criteria = [] }: ProductsRequest): Applied[] {
  return criteria.map(() => ({ status: "unable", notes: "Nothing is on sale here now." }));
}

function refined(
  offered: readonly Product[],
  { brief, refine: criteria = [] }: ProductsRequest,
): Pick<ProductsAnswer, "products" | "refinementsApplied"> {
  let products = offered;
  const refinementsApplied = criteria.map((one): Applied => {
    if (one.scope === "request") {
      const { products: kept, applied } = refineInWords(products, one.ask, brief);
      products = kept;
      return applied;
    }
    if (one.scope === "proposal") return { status: "unable", notes: "This platform makes no proposals." };
    const known = offered.find(({ productId }) => productId === one.productId);
    if (!known) return { status: "unable", notes: `There is no product ${one.productId} now.` };
    const others = products.filter(({ productId }) => productId !== one.productId);
    products = one.action === "omit" ? others : [known, ...others];
    return { status: "applied" };
  });
  return { products, refinementsApplied };
}

import { canonicalChannel } from "../../../ground/channels/channel.ts";
import { compare } from "../../../ground/kernel/money.ts";
import type { Fit } from "../../../ground/ranking/fit.ts";
import type { Product } from "../../../ground/seller-agent/index.ts";
import { isPayable } from "../pricing.ts";
import type { SearchCriteria } from "./criteria.ts";

export type FilterName =
  | "omitted"
  | "channels"
  | "countries"
  | "publisher_domain"
  | "pricing_model"
  | "currency"
  | "budget"
  | "languages"
  | "formats"
  | "properties"
  | "topics"
  | "price"
  | "fit";

/** The origin: the request, its brief, a refinement, or a default. */
type FilterOrigin = "request" | "brief" | "refinement" | "default";

/** What one filter removed, and what those products have instead. */
export interface Removal {
  readonly filter: FilterName;
  readonly because: FilterOrigin;
  readonly products: number;
  /** The products' names, up to the number that is listed. */
  readonly names: readonly string[];
  readonly agentNames: readonly string[];
  readonly instead: readonly string[];
  /** The requested values, if the brief requests them. */
  readonly asked?: readonly string[];
}

export interface Filtered {
  readonly salesAgentId: string;
  readonly salesAgentName: string;
  readonly product: Product;
  /** Once it has been ranked. */
  readonly relevance?: { readonly fit: Fit } | null;
}

export interface Filter {
  readonly name: FilterName;
  readonly because: FilterOrigin;
  readonly asked?: readonly string[];
  keeps(product: Product, offer: Filtered): boolean;
  /** The product's values for the filter. */
  has(product: Product): readonly string[];
}

/** The buyer's criteria, as filters; a product without a value passes, because it may well fit. */
export function filtersFor(criteria: SearchCriteria, currency: string): Filter[] {
  const { channels = [], countries = [], publisherDomain, pricingModel, budget } = criteria;
  const filters: Filter[] = [];
  const add = (name: FilterName, has: Filter["has"], keeps: Filter["keeps"]) =>
    filters.push({ name, because: "request", keeps, has });
  if (channels.length > 0) add("channels", channelsOf, (product) => overlaps(channelsOf(product), channels));
  if (countries.length > 0) add("countries", countriesOf, (product) => overlaps(countriesOf(product), countries));
  if (publisherDomain !== undefined)
    add("publisher_domain", domainsOf, (product) =>
      domainsOf(product).some((domain) => hasComponent(domain, publisherDomain)),
    );
  if (pricingModel !== undefined) add("pricing_model", modelsOf, (product) => modelsOf(product).includes(pricingModel));
  if (budget !== undefined) {
    const inCurrency = (product: Product) => product.pricingOptions.filter((option) => option.currency === currency);
    add("currency", currenciesOf, (product) => inCurrency(product).length > 0);
    add("budget", minimumOf, (product) => inCurrency(product).some((option) => isPayable(option, budget)));
  }
  return filters;
}

/** Applies the filters in order; each counts what it removes of what the previous ones left. */
export function filterProducts<Item extends Filtered>(
  items: readonly Item[],
  filters: readonly Filter[],
): { kept: readonly Item[]; removed: Removal[]; gone: Item[] } {
  let kept = items;
  const removed: Removal[] = [];
  const gone: Item[] = [];
  for (const filter of filters) {
    const [left, out]: [Item[], Item[]] = [[], []];
    for (const item of kept) (filter.keeps(item.product, item) ? left : out).push(item);
    if (out.length === 0) continue;
    kept = left;
    removed.push(removalOf(filter, out));
    gone.push(...out);
  }
  return { kept, removed, gone };
}

export function removalOf({ name, because, has, asked }: Omit<Filter, "keeps">, gone: readonly Filtered[]): Removal {
  return {
    filter: name,
    because,
    products: gone.length,
    names: gone.slice(0, MOST_NAMED).map(({ product }) => product.name),
    agentNames: [...new Set(gone.map(({ salesAgentName }) => salesAgentName))].slice(0, MOST_NAMED),
    instead: [...new Set(gone.flatMap(({ product }) => has(product)))].sort().slice(0, MOST_NAMED),
    ...(asked && { asked }),
  };
}

const MOST_NAMED = 12;

/** `hulu` is a component of `www.hulu.com`, `hulu.com` is two of them in a row, and `hul` is none. */
export function hasComponent(domain: string, component: string): boolean {
  return `.${domain.toLowerCase()}.`.includes(`.${component.toLowerCase()}.`);
}

function overlaps(offered: readonly string[], wanted: readonly string[]): boolean {
  return offered.length === 0 || offered.some((one) => wanted.includes(one));
}

export const channelsOf = ({ channels }: Product) => channels.map(canonicalChannel);
export const countriesOf = ({ countries }: Product) => countries;
const modelsOf = ({ pricingOptions }: Product) => pricingOptions.map(({ pricingModel }) => pricingModel);
const currenciesOf = ({ pricingOptions }: Product) => pricingOptions.map(({ currency }) => currency);

export function domainsOf({ publisherProperties }: Product): string[] {
  return publisherProperties.map(({ publisherDomain }) => publisherDomain);
}

function minimumOf({ pricingOptions }: Product): string[] {
  const wanted = pricingOptions.filter((option) => option.minSpendPerPackage !== null);
  const least = wanted.sort((a, b) => compare(a.minSpendPerPackage ?? "0", b.minSpendPerPackage ?? "0"))[0];
  return least ? [`${least.minSpendPerPackage} ${least.currency}`] : [];
}

import type { Product } from "../../ground/seller-agent/index.ts";
import type { FoundProduct, ProductGroup } from "./discovery.ts";

/**
 * What the products of one seller mostly have in common. It is stored once for a group, and a product has its place in the group's list: a
 * quarter of an answer's text, which PostgreSQL checks and compresses while the buyer waits.
 */
const SHARED = ["formatIds", "formatOptions", "publisherProperties"] as const;
type SharedField = (typeof SHARED)[number];

type Shared = { readonly [Field in SharedField]: readonly Product[Field][] };

type StoredProduct = Omit<Product, SharedField> & { readonly [Field in SharedField]?: Product[Field] | number };

/** What was stored before there was `shared` has everything in its products. */
export interface StoredGroup extends Omit<ProductGroup, "products"> {
  readonly shared?: Shared;
  readonly products: readonly (Omit<FoundProduct, "product"> & { readonly product: StoredProduct })[];
}

export function toStoredGroup({ products, ...group }: ProductGroup): StoredGroup {
  const lists = { formatIds: placesOf(), formatOptions: placesOf(), publisherProperties: placesOf() };
  const stored = products.map(({ product, ...found }) => {
    const places: Partial<Record<SharedField, number>> = {};
    for (const field of SHARED) {
      const value = product[field];
      if (value !== undefined) places[field] = lists[field].of(value);
    }
    return { product: { ...product, ...places }, ...found };
  });
  const shared = {
    formatIds: lists.formatIds.all(),
    formatOptions: lists.formatOptions.all(),
    publisherProperties: lists.publisherProperties.all(),
  } as Shared;
  return { ...group, shared, products: stored };
}

export function fromStoredGroup({ shared, products, ...group }: StoredGroup): ProductGroup {
  if (!shared) return { ...group, products: products as readonly FoundProduct[] };
  const valueAt = (field: SharedField, value: unknown) => (typeof value === "number" ? shared[field][value] : value);
  return {
    ...group,
    products: products.map(({ product, ...found }) => {
      const whole: Partial<Record<SharedField, unknown>> = {};
      for (const field of SHARED) if (field in product) whole[field] = valueAt(field, product[field]);
      return { product: { ...product, ...whole } as Product, ...found };
    }),
  };
}

/** Has equal parts of a seller's products be the same objects, by which `toStoredGroup` knows them. */
export function withSharedParts(products: readonly Product[]): Product[] {
  const known = new Map<string, unknown>();
  const same = <Value>(value: Value): Value => {
    const text = JSON.stringify(value);
    const before = known.get(text);
    if (before === undefined) known.set(text, value);
    return (before as Value | undefined) ?? value;
  };
  return products.map((product) => {
    const { formatIds, formatOptions, publisherProperties } = product;
    return {
      ...product,
      formatIds: same(formatIds),
      ...(formatOptions && { formatOptions: same(formatOptions) }),
      publisherProperties: same(publisherProperties),
    };
  });
}

function placesOf() {
  const places = new Map<object, number>();
  return {
    of(value: object): number {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    },
    all: () => [...places.keys()],
  };
}

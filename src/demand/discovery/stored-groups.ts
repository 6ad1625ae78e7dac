import { promisify } from "node:util";
import { constants, zstdCompress, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Product } from "../../ground/seller-agent/index.ts";
import type { FoundProduct, ProductGroup } from "./discovery.ts";

/**
 * What the products of one seller mostly have in common. It is stored once for a group, and a product has its place in the group's list: a
 * quarter of an answer's text.
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

/** Twice as fast as the default, and hardly larger. */
const QUICKLY = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const compressInThread = promisify(zstdCompress);

/** Compressing more characters than this would delay other requests by some milliseconds, so a thread does it. */
const MANY_CHARACTERS = 2_000_000;

/**
 * The groups as they are stored: JSON, compressed with Zstandard. That takes a tenth of the time in which PostgreSQL would check and compress
 * the JSON while the buyer waits.
 */
export function packGroups(groups: readonly ProductGroup[]): Buffer | Promise<Buffer> {
  const json = storedGroupsJson(groups);
  return json.length > MANY_CHARACTERS ? compressInThread(json, QUICKLY) : zstdCompressSync(json, QUICKLY);
}

export function unpackGroups(packed: Buffer): ProductGroup[] {
  return (JSON.parse(zstdDecompressSync(packed).toString()) as StoredGroup[]).map(fromStoredGroup);
}

/** The groups as JSON, most of which `writeAhead` has written. */
export function storedGroupsJson(groups: readonly ProductGroup[]): string {
  return `[${groups.map(groupJson).join(",")}]`;
}

function groupJson({ products, ...group }: ProductGroup): string {
  const written = writtenTogether(products.map(({ product }) => product));
  const stored = products.map(({ product: _product, ...found }, index) => {
    return `{"product":${written[index]?.json},${JSON.stringify(found).slice(1)}`;
  });
  const shared = SHARED.map((name, field) => `"${name}":[${listOf(field, written).join(",")}]`);
  return `${JSON.stringify(group).slice(0, -1)},"shared":{${shared.join(",")}},"products":[${stored.join(",")}]}`;
}

/** The parts of products that a filter has removed are left out; the others keep their places. */
function listOf(field: number, written: readonly WrittenProduct[]): string[] {
  const used = new Set(written.map(({ places }) => places[field] ?? -1));
  const all = written[0]?.parts[field] ?? [];
  return all.slice(0, Math.max(-1, ...used) + 1).map((json, place) => (used.has(place) ? json : "null"));
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

/** A product as it is stored; the numbers in it are places in the lists of its seller's parts. */
interface WrittenProduct {
  readonly json: string;
  /** By field of `SHARED`; undefined if the product has no such part. */
  readonly places: readonly (number | undefined)[];
  /** All different parts of the seller's products as JSON, by field of `SHARED`. */
  readonly parts: readonly (readonly string[])[];
}

const WRITTEN = new WeakMap<Product, WrittenProduct>();

/**
 * Writes a seller's products for `storedGroupsJson`. Slower sellers are waited for meanwhile; behind the slowest, little more than the
 * ranks is left to be written.
 */
export function writeAhead(products: readonly Product[]): void {
  for (const [index, written] of write(products).entries()) WRITTEN.set(products[index] as Product, written);
}

/** With their parts in the same lists, as products of one answer have them. */
function writtenTogether(products: readonly Product[]): readonly WrittenProduct[] {
  const known = products.flatMap((product) => WRITTEN.get(product) ?? []);
  const isOneAnswer = known.length === products.length && known.every(({ parts }) => parts === known[0]?.parts);
  return isOneAnswer ? known : write(products);
}

function write(products: readonly Product[]): WrittenProduct[] {
  const lists = SHARED.map(listOfParts);
  const parts = lists.map(({ all }) => all);
  return products.map((product) => {
    const places = lists.map(({ placeOf }, field) => placeOf(product[SHARED[field] as SharedField]));
    const shared = Object.fromEntries(SHARED.map((name, field) => [name, places[field]]));
    return { places, parts, json: JSON.stringify({ ...product, ...shared }) };
  });
}

/** Equal parts have one place. */
function listOfParts() {
  const places = new Map<string, number>();
  const all: string[] = [];
  const placeOf = (part: unknown): number | undefined => {
    if (part === undefined) return undefined;
    const json = JSON.stringify(part);
    const known = places.get(json);
    if (known !== undefined) return known;
    places.set(json, all.length);
    return all.push(json) - 1;
  };
  return { all, placeOf };
}

import { readBriefs, readProducts } from "./set.ts";

interface Sizes {
  readonly products: number;
  readonly publishers: number;
  readonly countries: number;
}

/** Of two parts. */
export function setOf(name: "first" | "second" | "fifth" | "seventh" | "ninth", sizes: Sizes) {
  const products = readProducts(name);
  const parts = { tune: readBriefs("tune", name), held: readBriefs("held", name) };
  const byId = new Map(products.map((product) => [product.id, product]));
  return { name, sizes, products, byId, parts, briefs: [...parts.tune, ...parts.held] };
}

/** Of whose briefs a third is not tuned on. */
export function checkedSet(name: "third" | "fourth") {
  const products = readProducts(name);
  const parts = { tune: readBriefs("tune", name), check: readBriefs("check", name) };
  const byId = new Map(products.map((product) => [product.id, product]));
  return { name, products, byId, parts, briefs: [...parts.tune, ...parts.check] };
}

/** Of one part: nothing of the sixth and of those from the tenth is tuned on, and all of the eighth may be. */
export function singleSet(name: NonNullable<Parameters<typeof readProducts>[0]>, part: "held" | "tune", sizes: Sizes) {
  const products = readProducts(name);
  const byId = new Map(products.map((product) => [product.id, product]));
  return { name, sizes, products, byId, briefs: readBriefs(part, name) };
}

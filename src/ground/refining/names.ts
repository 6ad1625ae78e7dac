import { plainOf, readBrief } from "../brief/index.ts";
import { phrasesIn } from "./phrases.ts";
import type { Shown, ShownProduct } from "./shown.ts";

/** What a refinement calls by its name, and where. */
export interface CalledByName {
  readonly places: readonly { readonly start: number; readonly end: number }[];
  readonly omitted: readonly ShownProduct[];
  readonly sellers: { readonly only: readonly string[]; readonly without: readonly string[] } | undefined;
  /** Of the sellers, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

const REFUSING = ["negator", "drops", "forbids", "rejection", "done-with"] as const;
const SHORTEST = 4;
const CLAUSE_END = /[;.!?]|\b(?:but|aber|mais|pero|ma|mas|maar|ale)\b/giu;

/**
 * "Without Le Quai Média", "only from Fernwood Audio", "remove Gear Room, Mid-roll": names of sellers and of shown products are not read
 * as what they mean elsewhere.
 */
export function namedIn(text: string, { sellers, products }: Pick<Shown, "sellers" | "products">): CalledByName {
  const flat = flattened(text);
  const placesOf = ({ name }: { readonly name: string }) => placesIn(flat, flattened(name));
  // "No cooking" is no product, even if one is called so; "ohne Alpenkanal" is a seller, and "no outdoors" is none.
  const isPlain = (name: string) => !name.trim().includes(" ");
  const isCapital = ({ start }: { readonly start: number }) => /^\p{Lu}/u.test(text.slice(start));
  const named = products.filter(({ name }) => !isPlain(name));
  const calledProducts = named.flatMap((product) => placesOf(product).map((place) => ({ product, ...place })));
  const isWithin = (place: { readonly start: number }) =>
    calledProducts.some(({ start, end }) => place.start >= start && place.start < end);
  const calledSellers = sellers.flatMap((seller) =>
    placesOf(seller).flatMap((place) =>
      isWithin(place) || (isPlain(seller.name) && !isCapital(place)) ? [] : [{ seller, ...place }],
    ),
  );
  const refused = calledProducts.filter((one) => isRefused(text, one));
  const without = calledSellers.filter((one) => isRefused(text, one));
  const only = calledSellers.filter((one) => !without.includes(one));
  // A product that is named and not refused is read by what its name says.
  return {
    places: [...refused, ...calledSellers].map(({ start, end }) => ({ start, end })),
    omitted: refused.map(({ product }) => product),
    sellers:
      calledSellers.length > 0
        ? { only: only.map(({ seller }) => seller.id), without: without.map(({ seller }) => seller.id) }
        : undefined,
    names: new Map(calledSellers.map(({ seller }) => [seller.id, seller.name])),
  };
}

/** The same text with blanks for the names. */
export function withoutNames(text: string, places: CalledByName["places"]): string {
  return places.reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    text,
  );
}

/** In lower case and without accents, at the same positions. */
function flattened(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => {
    const plain = plainOf(letter);
    return plain.length === letter.length ? plain : letter;
  }).join("");
}

function placesIn(text: string, name: string) {
  const places: { readonly start: number; readonly end: number }[] = [];
  if (name.trim().length < SHORTEST) return places;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const isWord = !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length));
    if (isWord) places.push({ start: at, end: at + name.length });
  }
  return places;
}

/** By what stands before it in its clause, or right behind it. */
function isRefused(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = text.slice(0, start);
  const border = Array.from(before.matchAll(CLAUSE_END)).at(-1);
  const clause = before.slice(border ? border.index + border[0].length : 0);
  const said = phrasesIn(clause);
  const behind = phrasesIn(text.slice(end, end + 12));
  const { says } = readBrief(clause.trim() === "" ? "-" : clause);
  const refuses = said.has("drops") || REFUSING.some((id) => says.has(id)) || behind.has("drops");
  return refuses && !said.has("only");
}

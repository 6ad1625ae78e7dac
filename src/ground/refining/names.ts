import { type Chip, HINTED, idOf, isFirm, plainOf, readBrief } from "../brief/index.ts";
import type { SellersAsked } from "./ask.ts";
import { phrasesIn, type Span } from "./phrases.ts";
import type { Named, Shown, ShownProduct } from "./shown.ts";

/** What a refinement calls by its name, and where. */
export interface CalledByName {
  readonly places: readonly Span[];
  readonly omitted: readonly ShownProduct[];
  readonly sellers: SellersAsked | undefined;
  /** Of the sellers, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

type Stance = "only" | "also" | "without";

/**
 * "Without Le Quai Média", "only from Fernwood Audio", "remove Gear Room": names of sellers and of shown products are not read as what they
 * mean elsewhere. What is said of them is read as it would be of a medium; in passing it is nothing.
 */
export function namedIn(text: string, { sellers, products }: Pick<Shown, "sellers" | "products">): CalledByName {
  const flat = flattened(text);
  // "True crime" is what it says, and "True Crime" may be a product.
  const isCapital = ({ start }: Span) => /^[^\p{Ll}]/u.test(text.slice(start));
  const ofProducts = products.flatMap((product) =>
    namesOfProduct(product).flatMap((name) =>
      placesIn(flat, name)
        .filter(isCapital)
        .map((place) => ({ product, ...place })),
    ),
  );
  const isFree = (place: Span, taken: readonly Span[]) =>
    !taken.some(({ start, end }) => place.start < end && start < place.end);
  const ofSellers: (Span & { readonly seller: Named })[] = [];
  for (const { seller, name } of sellers.flatMap(namesOfSeller).toSorted((a, b) => b.name.length - a.name.length))
    for (const place of placesIn(flat, name))
      if (isFree(place, ofProducts) && isFree(place, ofSellers)) ofSellers.push({ seller, ...place });
  const stances = stancesOf([...ofProducts, ...ofSellers], text);
  const refused = ofProducts.filter(({ start }) => stances.get(start) === "without");
  const idsOf = (stance: Stance) =>
    ofSellers.flatMap(({ seller, start }) => (stances.get(start) === stance ? [seller.id] : []));
  const [only, also, without] = [idsOf("only"), idsOf("also"), idsOf("without")];
  return {
    // A product that is named and not refused is read by what its name says.
    places: [...refused, ...ofSellers].map(({ start, end }) => ({ start, end })),
    omitted: [...new Set(refused.map(({ product }) => product))],
    sellers: only.length + also.length + without.length > 0 ? { only, also, without } : undefined,
    names: new Map(ofSellers.map(({ seller }) => [seller.id, seller.name])),
  };
}

/** The same text with blanks for the names. */
export function withoutNames(text: string, places: readonly Span[]): string {
  return places.reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    text,
  );
}

/** "Gear Room, Mid-roll (Podcast)" is also called "Gear Room"; one word alone is what it means elsewhere. */
function namesOfProduct({ name }: ShownProduct): string[] {
  const [short = ""] = name.split(",");
  return [...new Set([name, unbracketed(name), short.trim()])].filter((one) => one.includes(" ")).map(flattened);
}

/** "Gear Room, Mid-roll (Podcast)" without its last word in brackets. */
function unbracketed(name: string): string {
  const open = name.lastIndexOf("(");
  return open > 0 && name.trimEnd().endsWith(")") ? name.slice(0, open).trimEnd() : name;
}

const ARTICLE = /^(?:the|le|la|les|l'|der|die|das|el|los|las|il|lo|gli|o|a|os|as|de|het) /u;
const GENERIC = / (?:tv|media|medien|media group|network|networks|audio|radio|group|digital|digitale|post network)$/u;
const AND = / (?:&|and|und|et|y|e|en|i) /u;

/** With and without its article and what such names end with, if a name is left that means nothing else. */
function namesOfSeller(seller: Named): { readonly seller: Named; readonly name: string }[] {
  const whole = flattened(seller.name);
  const bare = whole.replace(ARTICLE, "");
  const joined = AND.test(whole)
    ? ["&", "and", "und", "et", "y", "e", "en", "i"].map((and) => whole.replace(AND, ` ${and} `))
    : [];
  const names = new Set([whole, bare, bare.replace(GENERIC, ""), ...joined]);
  return [...names].filter((name) => name.includes(" ") || !isWord(name)).map((name) => ({ seller, name }));
}

/** "Outdoors" is what it says, and "Alpenkanal" a name. */
function isWord(name: string): boolean {
  return (["topic", "audience", "channel", "country", "city", "season"] as const).some((kind) => idOf(kind, name));
}

/** In lower case and without accents, at the same positions. */
function flattened(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => {
    const plain = plainOf(letter);
    return plain.length === letter.length ? plain : letter;
  }).join("");
}

const SHORTEST = 4;
const LATIN = /[\p{Script=Latin}\p{N}]/u;

function placesIn(text: string, name: string): Span[] {
  const places: Span[] = [];
  if (name.trim().length < SHORTEST) return places;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    // Behind a name in Latin letters, Japanese goes on without a blank.
    const isWhole = !LATIN.test(text.charAt(at - 1)) && !LATIN.test(text.charAt(end));
    if (isWhole) places.push({ start: at, end });
  }
  return places;
}

/** Media that have these names in all languages of a script, in turns, so that two names are two things. */
const STAND_INS = { latin: ["radio", "podcast"], japanese: ["ラジオ", "ポッドキャスト"], arabic: ["راديو", "بودكاست"] };

/** "And Fernwood Audio", "bring Lumen House TV back". */
const JOINING =
  /^\s*(?:and|und|et|y|e|en|i|oraz)\s|\s(?:back|zurück|retour|de vuelta|indietro|de volta|terug|z powrotem)\s*[.!]?$/iu;

/** By the place of the name: what is said of it, as if it were a medium. */
function stancesOf(places: readonly Span[], text: string): ReadonlyMap<number, Stance> {
  const names =
    STAND_INS[
      /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
        ? "japanese"
        : /\p{Script=Arabic}/u.test(text)
          ? "arabic"
          : "latin"
    ];
  const stances = new Map<number, Stance>();
  let replaced = "";
  let done = 0;
  const starts: { readonly start: number; readonly at: number; readonly end: number }[] = [];
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < done) continue;
    replaced += text.slice(done, start);
    const name = names[starts.length % names.length] ?? "";
    starts.push({ start, at: replaced.length, end: replaced.length + name.length });
    replaced += name;
    done = end;
  }
  if (starts.length === 0) return stances;
  replaced += text.slice(done);
  const { chips } = readBrief(replaced);
  const joining = phrasesIn(replaced);
  for (const { start, at, end } of starts) {
    const chip = chips.find(
      ({ kind, span }) => kind === "channel" && span !== null && span.start >= at && span.start < end,
    );
    const isJoined = ["adds", "allows", "keeps"].some((role) => joining.has(role as "adds")) || JOINING.test(text);
    const stance = chip && stanceOf(chip, isJoined);
    if (stance) stances.set(start, stance);
  }
  return stances;
}

function stanceOf(chip: Chip, isJoined: boolean): Stance | undefined {
  if (isJoined) return chip.negated && isFirm(chip) ? "without" : "also";
  if (chip.negated) return chip.certainty >= HINTED ? "without" : undefined;
  return isFirm(chip) ? "only" : undefined;
}

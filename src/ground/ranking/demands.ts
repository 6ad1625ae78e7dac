import { type BriefReading, type Chip, HINTED, isFirm, type Language, lineOf } from "../brief/index.ts";
import { canonicalChannel } from "../channels/channel.ts";
import { compare, type Decimal } from "../kernel/money.ts";
import type { Product } from "../seller-agent/index.ts";
import { kindsOf } from "./closeness.ts";
import { isToBusiness } from "./kinds.ts";
import { MeaningSet } from "./meanings.ts";
import { type Offer, type OfferReading, readOffer } from "./offer-reading.ts";
import { EACH } from "./offers/meaning-pages.ts";
import { meetsProperties } from "./property-types.ts";

/** A brief's requirements for every product, in the words of its chips. */
export interface Demands {
  readonly channels: Wanted;
  readonly countries: Wanted;
  readonly languages: Wanted;
  readonly formats: Wanted;
  /** AdCP's types of properties. */
  readonly properties: Wanted;
  /** Topics, audiences and seasons that are refused, with all that is a kind of them. */
  readonly refused: ReadonlyMap<string, Chip>;
  /** What the brief asks for, by the refused meanings that it is a kind of. */
  readonly spared: ReadonlyMap<string, readonly string[]>;
  /** It seeks people at work: what is for them stays if it only touches on a kind of a refused subject, or if people are refused. */
  readonly sparesTrade: boolean;
  /** Cities and regions that are refused, with all that is in them. */
  readonly refusedPlaces: ReadonlySet<string>;
  readonly maxCpm: { readonly amount: Decimal; readonly currency: string | undefined } | null;
}

/** One of `any`, if it has some, and none of `none`. */
interface Wanted {
  readonly any: readonly string[];
  readonly none: readonly string[];
}

export type Demand = "channels" | "countries" | "languages" | "formats" | "properties" | "topics" | "price";

export function demandsOf({
  chips,
  passages = [],
}: Pick<BriefReading, "chips"> & Partial<Pick<BriefReading, "passages">>): Demands {
  const firm = chips.filter(isFirm);
  const ceilings = firm.filter(({ kind, negated }) => kind === "maxCpm" && !negated);
  const ceiling = ceilings.toSorted((a, b) => compare(a.value, b.value))[0];
  const refused = chips.filter(
    ({ kind, negated, certainty }) =>
      negated && certainty >= HINTED && (kind === "topic" || kind === "audience" || kind === "season"),
  );
  return {
    // A brief that requires one channel and prefers another accepts both.
    channels: wanted(firm, chips, "channel"),
    countries: wanted(firm, firm, "country"),
    languages: wanted(firm, firm, "language"),
    formats: wanted(
      firm.filter(({ exclusive, negated }) => exclusive || negated),
      chips,
      "format",
    ),
    properties: wanted(firm, firm, "property"),
    refused: refusedKinds(refused, chips),
    spared: sparedBy(refused, chips),
    sparesTrade: refused.length > 0 && isToBusiness(chips, passages),
    refusedPlaces: new Set(
      firm
        .filter(({ kind, negated }) => kind === "region" && negated)
        .flatMap((chip) => kindsOf(`city:${chip.concept}`)),
    ),
    maxCpm: ceiling ? { amount: ceiling.value, currency: ceiling.currency } : null,
  };
}

/** An exclusion covers every kind of its meaning, except what the same brief asks for: "cooks who do not eat meat". */
function refusedKinds(refused: readonly Chip[], chips: readonly Chip[]): ReadonlyMap<string, Chip> {
  const wantedKeys = chips.filter(({ negated }) => !negated).map(keyOf);
  return new Map(
    refused.flatMap((chip) => {
      const kinds = kindsOf(keyOf(chip));
      const spared = wantedKeys.filter((key) => kinds.includes(key) && key !== keyOf(chip));
      const kept = new Set(spared.flatMap(kindsOf));
      return kinds.filter((key) => !kept.has(key)).map((key) => [key, chip] as const);
    }),
  );
}

/** "E-bikes, but nothing about cycle racing": what is about e-bikes is mostly about cycling too. */
function sparedBy(refused: readonly Chip[], chips: readonly Chip[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Set(refused.map(keyOf));
  const wanted = chips
    .filter((chip) => chip.kind === "topic" && !chip.negated && isFirm(chip))
    .map(keyOf)
    .filter((key) => !keys.has(key));
  const entries = [...keys].map((key) => [key, kindsOf(key).filter((kind) => wanted.includes(kind))] as const);
  return new Map(entries.filter(([, kinds]) => kinds.length > 0));
}

function keyOf({ kind, concept }: Chip): string {
  return `${kind}:${concept}`;
}

function wanted(firm: readonly Chip[], welcome: readonly Chip[], kind: Chip["kind"]): Wanted {
  const of = (among: readonly Chip[], negated: boolean) => [
    ...new Set(among.filter((chip) => chip.kind === kind && chip.negated === negated).map(({ value }) => value)),
  ];
  const any = of(firm, false);
  const none = of(firm, true);
  // "Only in newsletters" leaves no room for what else is said of media.
  const isAlone = firm.some((chip) => chip.kind === kind && !chip.negated && chip.exclusive);
  return { any: any.length === 0 ? [] : isAlone ? any : of(welcome, false), none };
}

/** The requirements that a product does not meet. A product without a value passes, because it may well fit. */
export function unmetBy(offer: Offer, demands: Demands): Demand[] {
  const { product } = offer;
  const unmet: Demand[] = [];
  if (!meets(product.channels.map(canonicalChannel), demands.channels)) unmet.push("channels");
  if (!meetsPlace(product.countries, demands.countries) || isOnlyIn(offer, demands)) unmet.push("countries");
  if (!meetsFormats(product, demands.formats)) unmet.push("formats");
  if (isDearer(product, demands)) unmet.push("price");
  const { languages, properties, refused } = demands;
  const named = [languages, properties].some(({ any, none }) => any.length + none.length > 0);
  const isRead = named || refused.size > 0;
  if (!isRead) return unmet;
  const reading = readOffer(offer);
  if (!meetsLanguage(product, reading.languages, languages)) unmet.push("languages");
  if (!meetsProperties(product, reading, properties)) unmet.push("properties");
  if (isRefused(reading, demands)) unmet.push("topics");
  return unmet;
}

/** A product is not about what it only mentions in passing. */
const IN_PASSING = 0.6;

/** Whether a product is about something that the brief excludes. */
export function refusalOf(demands: Pick<Demands, "refused" | "sparesTrade" | "spared">) {
  const { refused, sparesTrade } = demands;
  if (refused.size === 0) return () => false;
  const kinds = new MeaningSet(refused.keys());
  const named = new MeaningSet([...refused].flatMap(([key, chip]) => (isNamed(key, chip) ? [key] : [])));
  return (reading: OfferReading): boolean => {
    const { page, start, end } = reading.meanings;
    const among = sparesTrade && reading.isTrade ? named : kinds;
    for (let at = start; at < end; at += EACH)
      if ((page[at + 1] ?? 0) > IN_PASSING && among.has(page[at] ?? 0)) return isRefused(reading, demands);
    return false;
  };
}

function isRefused(
  reading: OfferReading,
  { refused, sparesTrade, spared }: Pick<Demands, "refused" | "sparesTrade" | "spared">,
): boolean {
  const spares = sparesTrade && reading.isTrade;
  for (const [key, weight] of reading.concepts) {
    const chip = weight > IN_PASSING ? refused.get(key) : undefined;
    if (!chip || (spares && !isNamed(key, chip))) continue;
    const kinds = spared.get(keyOf(chip)) ?? [];
    if (!kinds.some((kind) => (reading.concepts.get(kind) ?? 0) >= weight)) return true;
  }
  return false;
}

/** The subject itself, and not a kind of it, nor the people who do it. */
function isNamed(key: string, chip: Chip): boolean {
  return keyOf(chip) === key && isFirm(chip);
}

/** A product with a refused channel is out, even where it has others: they are sold together. */
function meets(has: readonly string[], { any, none }: Wanted): boolean {
  if (has.length === 0) return true;
  return !has.some((one) => none.includes(one)) && (any.length === 0 || has.some((one) => any.includes(one)));
}

/** A product with a refused format is out, even where it has others. */
function meetsFormats(product: Product, { any, none }: Wanted): boolean {
  if (any.length + none.length === 0) return true;
  const has = formatTypesOf(product);
  if (has.some((one) => none.includes(one))) return false;
  return any.length === 0 || has.some((one) => any.includes(one)) || isUnstated(product, has, any);
}

/** It names no formats, or none of the kind: few name where in a video they run. */
function isUnstated({ formatIds }: Product, has: readonly string[], any: readonly string[]): boolean {
  if (formatIds.length === 0) return true;
  return (
    any.some((one) => POSITIONS.has(one)) &&
    has.some((one) => ROLLED.has(one)) &&
    !has.some((one) => POSITIONS.has(one))
  );
}

const POSITIONS: ReadonlySet<string> = new Set(["pre-roll", "mid-roll", "post-roll"]);
const ROLLED: ReadonlySet<string> = new Set(["video", "audio"]);

/** What runs in a refused country is none for this brief, even where it runs elsewhere too. */
function meetsPlace(countries: readonly string[], { any, none }: Wanted): boolean {
  if (countries.length === 0) return true;
  return (
    !countries.some((one) => none.includes(one)) && (any.length === 0 || countries.some((one) => any.includes(one)))
  );
}

/** It names places, and all of them are refused: of several cities the buyer may well take the others. */
function isOnlyIn(offer: Offer, { refusedPlaces }: Demands): boolean {
  if (refusedPlaces.size === 0) return false;
  const places = [...readOffer(offer).concepts.keys()].filter((key) => key.startsWith("city:"));
  return places.some((key) => refusedPlaces.has(key)) && places.every((key) => isWithin(key, refusedPlaces));
}

/** Or around it: a product in Munich is also known to be in Bavaria. */
function isWithin(key: string, places: ReadonlySet<string>): boolean {
  return places.has(key) || kindsOf(key).some((kind) => places.has(kind));
}

function meetsLanguage({ countries }: Product, languages: readonly Language[], { any, none }: Wanted): boolean {
  const isMet = (wanted: string) => languages.some((one) => one === wanted) || isSpokenIn(countries, wanted);
  return (any.length === 0 || any.some(isMet)) && !none.includes(languages[0] ?? "");
}

/** What is written in Swedish cannot be told from its text: it may be what runs in Sweden. */
function isSpokenIn(countries: readonly string[], language: string): boolean {
  const spoken = lineOf("language", language)?.values ?? [];
  return spoken.some((country) => countries.includes(country));
}

/** `video_30s` is a `video`, `rewarded_video` is both of its words, and a television channel shows nothing else. */
export function formatTypesOf({ formatIds, channels }: Product): string[] {
  const named = formatIds.flatMap(({ id }) => [
    id,
    id.replaceAll("_", "-"),
    ...id.split(/[_-]/).filter((part) => /^[a-z]{3,}$/.test(part)),
  ]);
  const carried = channels.flatMap((channel) => CARRIED[canonicalChannel(channel)] ?? []);
  return [...new Set([...named, ...carried])];
}

const CARRIED: Readonly<Record<string, readonly string[]>> = {
  ctv: ["video"],
  olv: ["video"],
  linear_tv: ["video"],
  cinema: ["video"],
};

const PER_MILLE = new Set(["cpm", "vcpm"]);

/** Only if it can be determined: a price in another currency, or with another model, may be on either side. */
function isDearer({ pricingOptions }: Product, { maxCpm }: Demands): boolean {
  if (!maxCpm) return false;
  const prices = pricingOptions.flatMap(({ pricingModel, currency, fixedPrice, floorPrice }) => {
    const price = fixedPrice ?? floorPrice;
    const isComparable = maxCpm.currency === undefined || maxCpm.currency === currency;
    return PER_MILLE.has(pricingModel) && isComparable && price !== null ? [price] : [];
  });
  return prices.length > 0 && prices.every((price) => compare(price, maxCpm.amount) > 0);
}

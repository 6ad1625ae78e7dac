import { bareDomain } from "../../../ground/kernel/domain.ts";
import type { Brand } from "../brand.ts";
import type {
  AuthorisedOperator,
  BrandDocument,
  CanonicalBrand,
  HousePortfolio,
  Redirection,
} from "./brand-document.ts";
import { type BrandProfile, fitting, type PublishedBrand, textIn } from "./brand-profile.ts";

/** The result of looking for a brand. */
export type Finding =
  | {
      readonly kind: "found";
      readonly brand: Brand;
      /** A redirect on the way was temporary. */
      readonly passing: boolean;
      /** When the redirects on the way take or took effect. */
      readonly turnsAt: readonly Date[];
    }
  | NoBrand;

export interface NoBrand {
  readonly kind: "none";
  /** One sentence: where we looked, and with which result. */
  readonly reason: string;
  /** Nothing is known, because there was no answer. */
  readonly momentary: boolean;
}

/** A document, and where it was found. */
export interface Page<D = BrandDocument> {
  readonly kind: "page";
  readonly url: string;
  readonly document: D;
}

/** Fetches documents from a house's or a brand's own URL, or from the URL to which one has moved. */
export interface Reader {
  addressOf(domain: string): string;
  read(url: string): Promise<Page | NoBrand>;
}

/** AdCP 3.1: at most three redirects are followed. */
const MOST_HOPS = 3;

/** Finds the brand behind a domain according to AdCP 3.1: the brand's own description, or that of the house to which the domain refers. */
export async function findBrand(domain: string, reader: Reader): Promise<Finding> {
  const { end, hops } = await walk(reader.addressOf(domain), reader);
  if (end.kind === "none") return end;
  const { url, document } = end;
  const brand = await brandIn(document, { domain, url, reader });
  if (typeof brand === "string") return { kind: "none", reason: `${url} ${brand}`, momentary: false };
  const turnsAt = hops.flatMap(({ effectiveAt }) => effectiveAt ?? []);
  return { kind: "found", brand, passing: hops.some(({ passing }) => passing), turnsAt };
}

type Destination = Exclude<BrandDocument, Redirection>;

interface Walk {
  readonly end: Page<Destination> | NoBrand;
  readonly hops: readonly Redirection[];
}

async function walk(from: string, reader: Reader, hops: readonly Redirection[] = []): Promise<Walk> {
  const page = await reader.read(from);
  if (page.kind === "none") return { end: page, hops };
  const { document } = page;
  if (document.kind !== "redirect") return { end: { ...page, document }, hops };
  if (hops.length === MOST_HOPS) {
    const reason = `${from} still redirects after ${MOST_HOPS} redirects, and no more are followed`;
    return { end: { kind: "none", reason, momentary: false }, hops };
  }
  const { to } = document;
  return walk("url" in to ? to.url : reader.addressOf(to.house), reader, [...hops, document]);
}

interface BrandLocation {
  readonly domain: string;
  readonly url: string;
  readonly reader: Reader;
}

/** The brand in the document, or the reason why there is none. */
async function brandIn(document: Destination, place: BrandLocation): Promise<Brand | string> {
  switch (document.kind) {
    case "brand":
      return canonicalBrand(document, place);
    case "portfolio":
      return brandOfHouse(document, place);
    case "agent":
      return `leaves it to an agent${document.url ? ` (${document.url})` : ""} to say what the brand is, and agents are not asked here`;
  }
}

async function canonicalBrand({ brand, leftOut, houseDomain }: CanonicalBrand, place: BrandLocation): Promise<Brand> {
  const alone = asBrand(brand, leftOut, place);
  if (houseDomain === null) return alone;
  const { end } = await walk(place.reader.addressOf(houseDomain), place.reader);
  const house = end.kind === "page" && end.document.kind === "portfolio" ? end.document : undefined;
  if (house?.refs.some(({ domain }) => domain === place.domain))
    return { ...alone, house: house.house, operators: operatorsOf(house, brand.id) };
  const warning = `it says that it belongs to ${houseDomain}, which does not confirm it`;
  return { ...alone, warning: [alone.warning, warning].filter(Boolean).join("; ") };
}

/** A house describes the brands that it lists; for a brand that describes itself, it only states where. */
function brandOfHouse(portfolio: HousePortfolio, place: BrandLocation): Brand | string {
  const { house, brands, refs, operators } = portfolio;
  const found = brands.find(({ brand }) => isOf(brand, place.domain));
  if (found) {
    const brand = asBrand(found.brand, found.leftOut, place);
    return { ...brand, house: portfolio.house, operators: operatorsOf(portfolio, found.brand.id) };
  }
  if (house.domain === place.domain) return { ...named(house.name, {}, place), house, isHouse: true, operators };
  return refs.some(({ domain }) => domain === place.domain)
    ? `says that ${place.domain} describes itself, and ${place.domain} points back to its house`
    : `is that of ${house.name}, which lists no brand for ${place.domain}`;
}

function operatorsOf({ operators }: HousePortfolio, brandId: string): AuthorisedOperator[] {
  return operators.filter(({ brands }) => brands.includes("*") || brands.includes(brandId));
}

function isOf({ url, properties = [] }: PublishedBrand, domain: string): boolean {
  const sites = properties.filter(({ type }) => type === "website").map(({ identifier }) => identifier);
  return [url, ...sites].some((address) => address !== undefined && bareDomain(address) === domain);
}

function asBrand(published: PublishedBrand, malformed: readonly string[], place: BrandLocation): Brand {
  const { profile, leftOut } = fitting(published);
  const warnings = [
    malformed.length > 0 ? `left out because they are not valid AdCP: ${malformed.join(", ")}` : null,
    leftOut.length > 0 ? `left out because they are too large: ${leftOut.join(", ")}` : null,
  ];
  return {
    ...named(textIn(profile.names) ?? place.domain, profile, place),
    brandId: profile.id,
    warning: warnings.filter(Boolean).join("; ") || null,
  };
}

function named(name: string, profile: BrandProfile, { domain, url }: BrandLocation): Brand {
  return {
    domain,
    brandId: null,
    name,
    source: "brand.json",
    url,
    profile,
    house: null,
    isHouse: false,
    operators: [],
    warning: null,
  };
}

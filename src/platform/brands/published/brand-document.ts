import { z } from "zod";
import { PublishedBrand } from "./brand-profile.ts";
import { readLeniently } from "./read-leniently.ts";

const Domain = z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/);

const House = z.object({ domain: Domain, name: z.string().min(1).max(500) });

/** Who may act for a house's brands, and until when. */
export const AuthorisedOperator = z.object({
  domain: Domain,
  brands: z.array(z.string().regex(/^([a-z0-9_]+|\*)$/)).min(1),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  scopes: z.array(z.string().max(64)).min(1).optional(),
  valid_from: z.iso.datetime({ offset: true }).optional(),
  valid_until: z.iso.datetime({ offset: true }).optional(),
});
export type AuthorisedOperator = z.output<typeof AuthorisedOperator>;

/** The reason for a redirect indicates how long it is likely to stay (AdCP 3.1). */
const Redirect = z.object({
  redirect_reason: z.string().optional().catch(undefined),
  redirect_effective_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
});
// The schema requires https; so does `ground/outbound`, except for loopback addresses in a sandbox.
const Moved = Redirect.extend({ authoritative_location: z.url({ protocol: /^https?$/ }) });
const HouseRedirect = Redirect.extend({ house: Domain });
const ByAgent = z.object({ agents: z.array(z.looseObject({ type: z.string(), url: z.url() })) });
const Portfolio = z.object({
  house: House,
  brands: z.array(z.unknown()).default([]),
  brand_refs: z.array(z.looseObject({ domain: Domain, brand_id: z.string() })).default([]),
  authorized_operators: z.array(z.unknown()).default([]),
});
const Canonical = PublishedBrand.extend({ house_domain: Domain.optional() });

export interface Redirection {
  readonly kind: "redirect";
  readonly to: { readonly url: string } | { readonly house: string };
  /** The redirect is temporary, so what is found behind it must not be cached for long. */
  readonly passing: boolean;
  /** Everything that was read before this time is out of date. */
  readonly effectiveAt: Date | null;
}

export interface HousePortfolio {
  readonly kind: "portfolio";
  readonly house: z.output<typeof House>;
  /** The brands that the house describes itself. */
  readonly brands: readonly { readonly brand: PublishedBrand; readonly leftOut: readonly string[] }[];
  /** The brands that describe themselves, each on a domain of its own. */
  readonly refs: readonly { readonly domain: string; readonly brandId: string }[];
  readonly operators: readonly AuthorisedOperator[];
}

export interface CanonicalBrand {
  readonly kind: "brand";
  readonly brand: PublishedBrand;
  readonly leftOut: readonly string[];
  /** The house to which it claims to belong; this only counts if the house confirms it. */
  readonly houseDomain: string | null;
}

/** The possible forms of a brand.json (AdCP 3.1): the five variants of its schema. */
export type BrandDocument =
  | Redirection
  | HousePortfolio
  | CanonicalBrand
  | { readonly kind: "agent"; readonly url: string | null };

/** The document, or the reason why it is not a brand.json. */
export type ReadDocument = BrandDocument | { readonly kind: "none"; readonly complaint: string };

const MOST_OPERATORS = 1_000;
const PASSING = new Set(["acquisition", "divestiture", "rebrand", "consolidation"]);

/** Recognises each variant by the field that only this variant has. */
export function fromBrandJson(given: unknown): ReadDocument {
  if (typeof given !== "object" || given === null) return none("it is not an object");
  if ("authoritative_location" in given) {
    return parsed(Moved, given, ({ authoritative_location: url, ...why }) => redirection({ url }, why));
  }
  if ("house" in given && typeof given.house === "string") {
    return parsed(HouseRedirect, given, ({ house, ...why }) => redirection({ house }, why));
  }
  if ("house" in given) return parsed(Portfolio, given, portfolioOf);
  if ("id" in given || "names" in given) return canonicalBrand(given);
  if ("agents" in given || "brand_agent" in given) return { kind: "agent", url: agentIn(given) };
  return none("it does not match any variant of AdCP's brand.json");
}

function parsed<S extends z.ZodObject>(
  schema: S,
  given: unknown,
  read: (value: z.output<S>) => BrandDocument,
): ReadDocument {
  const result = readLeniently(schema, given);
  return result.ok ? read(result.value) : none(result.complaint);
}

function none(complaint: string): ReadDocument {
  return { kind: "none", complaint };
}

function redirection(to: Redirection["to"], why: z.output<typeof Redirect>): Redirection {
  const { redirect_reason: reason, redirect_effective_at: at } = why;
  return { kind: "redirect", to, passing: PASSING.has(reason ?? ""), effectiveAt: at ? new Date(at) : null };
}

/** Skips malformed entries, so that they do not invalidate the rest of a large portfolio. */
function portfolioOf({ house, brands, brand_refs, authorized_operators }: z.output<typeof Portfolio>): HousePortfolio {
  return {
    kind: "portfolio",
    house,
    brands: brands.flatMap((entry) => {
      const read = readLeniently(PublishedBrand, entry);
      return read.ok ? [{ brand: read.value, leftOut: read.leftOut }] : [];
    }),
    refs: brand_refs.map(({ domain, brand_id: brandId }) => ({ domain, brandId })),
    operators: authorized_operators
      .slice(0, MOST_OPERATORS)
      .flatMap((entry) => AuthorisedOperator.safeParse(entry).data ?? []),
  };
}

function canonicalBrand(given: object): ReadDocument {
  const read = readLeniently(Canonical, given);
  if (!read.ok) return none(read.complaint);
  const { house_domain: houseDomain = null, ...brand } = read.value;
  return { kind: "brand", brand, leftOut: read.leftOut, houseDomain };
}

function agentIn(given: object): string | null {
  const { data } = ByAgent.safeParse(given);
  return data?.agents.find(({ type }) => type === "brand")?.url ?? null;
}

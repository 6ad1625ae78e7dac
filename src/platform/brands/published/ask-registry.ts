import { z } from "zod";
import { domainInput } from "../../../ground/kernel/domain.ts";
import { BrandProfile, fitting, textIn } from "./brand-profile.ts";
import type { Finding } from "./find-brand.ts";
import { readLeniently } from "./read-leniently.ts";
import type { Reading } from "./read-page.ts";

/** A registry's entry, in the form of the AdCP registry's `GET /api/brands/resolve`. */
const Entry = z.object({
  canonical_id: z.string().min(1).max(500),
  canonical_domain: domainInput,
  brand_name: z.string().min(1).max(500),
  names: BrandProfile.shape.names,
  brand_manifest: z.record(z.string(), z.unknown()).optional(),
  source: z.enum(["brand_json", "community", "enriched"]).optional().catch(undefined),
});

const WARNINGS: Readonly<Record<string, string>> = {
  community: "the registry has this from its community, and not from the brand itself",
  enriched: "the registry compiled this from public sources, and the brand has not confirmed it",
};

export function registryAddress(registryUrl: string, domain: string): string {
  return `${registryUrl}/api/brands/resolve?domain=${encodeURIComponent(domain)}`;
}

/** A registry's data about a domain. The brand's own data takes precedence, and registry data is marked as such. */
export function fromRegistry(domain: string, url: string, reading: Reading): Finding {
  if (reading.kind === "none") return reading;
  const json = reading.kind === "read" ? reading.json : null;
  const entry = readLeniently(Entry, json);
  if (!entry.ok) return { kind: "none", reason: `${url} returned no entry: ${entry.complaint}`, momentary: false };
  const { canonical_id, brand_name, names, brand_manifest = {}, source = "community" } = entry.value;
  const profile = readLeniently(BrandProfile, { ...brand_manifest, ...(names && { names }) });
  const [, brandId = null] = canonical_id.split("#");
  const brand = {
    domain,
    brandId,
    name: (names && textIn(names)) ?? brand_name,
    source: "registry" as const,
    url,
    profile: profile.ok ? fitting(profile.value).profile : {},
    house: null,
    isHouse: false,
    operators: [],
    warning: WARNINGS[source] ?? null,
  };
  return { kind: "found", brand, passing: false, turnsAt: [] };
}

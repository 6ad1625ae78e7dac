import { z } from "zod";
import type { Installation } from "../../ground/kernel/context.ts";
import type { Brand } from "./brand.ts";
import { type Knowledge, leftAlone } from "./knowledge.ts";
import { flatColours, logoIn, manifestOf, savedManifestOf, taglineIn, toneIn } from "./manifest.ts";
import type { SavedBrand } from "./saved-brand.ts";

export const LinkedBrand = z
  .object({
    id: z.string().describe("The brand's id in its house's portfolio, or its domain"),
    name: z.string(),
    domain: z.string(),
    source: z
      .enum(["brand.json", "registry", "saved"])
      .describe(
        "The origin of the data: the brand, a registry, or you yourself (`saveBrand`), which nobody has confirmed",
      ),
    manifest: z.looseObject({ name: z.string() }).describe("The brand's complete profile: logos, colours, fonts, tone"),
    logoUrl: z.string().optional(),
    industry: z.string().optional(),
    colors: z.record(z.string(), z.string()).optional(),
    tagline: z.string().optional(),
    tone: z.string().optional(),
  })
  .meta({ id: "LinkedBrand" });

/** What an advertiser shows of its brand, with a note about it. */
export interface BrandState {
  readonly linkedBrand: z.input<typeof LinkedBrand> | undefined;
  readonly brandWarning: string | undefined;
}

interface Sources {
  readonly known: Knowledge | undefined;
  readonly saved: SavedBrand | undefined;
}

/** The brand as it was published or, until then, as the customer described it. Nothing is made up. */
export function brandStateOf(domain: string, { known, saved }: Sources, installation: Installation): BrandState {
  const brand = known?.brand;
  const reason = known?.reason ?? leftAlone(domain, installation) ?? "it has not been looked up yet";
  if (brand) return { linkedBrand: viewOf(brand), brandWarning: warningOf(brand, known.reason) };
  if (!saved) {
    const advice = `${domain} can publish a brand.json, or you can describe the brand yourself with saveBrand: true`;
    return { linkedBrand: undefined, brandWarning: `no brand is linked: ${reason}; ${advice}` };
  }
  const { name } = saved;
  return {
    linkedBrand: { id: domain, name, domain, source: "saved", manifest: savedManifestOf(saved) },
    brandWarning: `the brand is the version that you saved, which nobody has confirmed: ${reason}`,
  };
}

function viewOf(brand: Brand): z.input<typeof LinkedBrand> {
  const { domain, brandId, name, source, profile } = brand;
  const [logo, industry] = [logoIn(profile), profile.industries?.[0]];
  const [tagline, tone] = [taglineIn(profile.tagline), toneIn(profile.tone)];
  return {
    id: brandId ?? domain,
    name,
    domain,
    source,
    manifest: manifestOf(brand),
    ...(logo && { logoUrl: logo.url }),
    ...(industry && { industry }),
    ...(profile.colors && { colors: flatColours(profile.colors) }),
    ...(tagline && { tagline }),
    ...(tone && { tone }),
  };
}

function warningOf({ warning }: Brand, silence: string | null): string | undefined {
  const old = silence && `it is as it was last read: ${silence}`;
  return [warning, old].filter(Boolean).join("; ") || undefined;
}

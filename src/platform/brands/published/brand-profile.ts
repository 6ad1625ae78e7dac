import { z } from "zod";
import { webUrl } from "../../../ground/kernel/inputs/web-url.ts";

/**
 * Two generations of documents spell these differently: as one text, or as one text for each language. Keys are BCP 47 tags, but also
 * `en_US` and plain `en`.
 */
const Localised = z
  .record(z.string().max(35), z.string().min(1).max(500))
  .refine((name) => Object.keys(name).length === 1, "a localised name is one language and one text");
const Hex = z.string().regex(/^#[0-9A-Fa-f]{6}$/, "a colour is written #RRGGBB");
const Texts = z.array(z.string().max(500)).max(200);
const BrandId = z
  .string()
  .regex(/^[a-z0-9_]+$/)
  .max(100);

/** A brand's appearance and voice: the fields of AdCP 3.1's brand.json that we pass on. */
const Look = z.object({
  url: webUrl,
  description: z.string().max(5_000),
  keller_type: z.enum(["master", "sub_brand", "endorsed", "independent"]),
  parent_brand: BrandId,
  industries: Texts.min(1),
  target_audience: z.string().max(5_000),
  logos: z
    .array(
      z.looseObject({
        url: webUrl,
        background: z.enum(["dark-bg", "light-bg", "transparent-bg"]).optional(),
        variant: z.enum(["primary", "secondary", "icon", "wordmark", "full-lockup"]).optional(),
        tags: Texts.optional(),
        width: z.int().positive().optional(),
        height: z.int().positive().optional(),
      }),
    )
    .max(100),
  colors: z.record(z.string().max(64), z.union([Hex, z.array(Hex).min(1)])),
  fonts: z.record(z.string().max(64), z.union([z.string().max(500), z.looseObject({ family: z.string() })])),
  tone: z.union([
    z.string().max(5_000),
    z.looseObject({
      voice: z.string().max(2_000).optional(),
      attributes: Texts.optional(),
      dos: Texts.optional(),
      donts: Texts.optional(),
    }),
  ]),
  tagline: z.union([z.string().max(500), z.array(Localised).min(1)]),
  assets: z.array(z.looseObject({ asset_id: z.string(), asset_type: z.string(), url: webUrl })).max(500),
  properties: z.array(z.looseObject({ type: z.string(), identifier: z.string().min(1) })).max(2_000),
  product_catalog: z.looseObject({ feed_url: webUrl }),
  privacy_policy_url: webUrl,
  disclaimers: z.array(z.looseObject({ text: z.string(), required: z.boolean().default(true) })).max(100),
  visual_guidelines: z.record(z.string(), z.unknown()),
});

/** A brand's entry in a brand.json; it is invalid without an id and a name. */
export const PublishedBrand = Look.partial().extend({ id: BrandId, names: z.array(Localised).min(1).max(200) });
export type PublishedBrand = z.output<typeof PublishedBrand>;

/** A brand's own profile. A brand that is only known from a registry may lack an id and names in other languages. */
export const BrandProfile = PublishedBrand.partial();
export type BrandProfile = z.output<typeof BrandProfile>;

/** The limit exists because a profile is included with every listed advertiser of the brand. */
const MOST_CHARACTERS = 64 * 1024;

/** If the profile is too large, it is returned without its largest fields, together with their names. */
export function fitting<P extends BrandProfile>(
  profile: P,
): { readonly profile: P; readonly leftOut: readonly string[] } {
  const sizes = Object.entries(profile).map(([field, value]) => ({ field, size: JSON.stringify(value).length }));
  const leftOut: string[] = [];
  let whole = sizes.reduce((sum, { size }) => sum + size, 0);
  for (const { field, size } of sizes.toSorted((a, b) => b.size - a.size)) {
    if (whole <= MOST_CHARACTERS) break;
    if (field === "id" || field === "names") continue;
    leftOut.push(field);
    whole -= size;
  }
  const kept = Object.entries(profile).filter(([field]) => !leftOut.includes(field));
  return { profile: Object.fromEntries(kept) as P, leftOut };
}

/** English if available, otherwise the first, because brands list their main name first. */
export function textIn(localised: readonly Readonly<Record<string, string>>[]): string | undefined {
  const english = localised.find((one) => Object.keys(one).some((language) => /^en\b|^en_/i.test(language)));
  return Object.values(english ?? localised[0] ?? {})[0];
}

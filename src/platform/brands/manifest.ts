import type { Brand } from "./brand.ts";
import { type BrandProfile, textIn } from "./published/brand-profile.ts";
import type { SavedBrand } from "./saved-brand.ts";

/** A brand's profile as one flat object, in the form that clients of the AdCP 2 manifest read, with AdCP 3.1's additions. */
export type Manifest = Readonly<Record<string, unknown>> & { readonly name: string };

export function manifestOf({ name, profile }: Brand): Manifest {
  const { colors, tone, tagline, industries, assets, product_catalog, ...rest } = profile;
  return present({
    ...rest,
    name,
    colors: colors && flatColours(colors),
    tone: toneIn(tone),
    tagline: taglineIn(tagline),
    industries,
    industry: industries?.[0],
    assets: assets?.map((asset) => camelled(asset)),
    product_catalog,
    productCatalog: product_catalog && camelled(product_catalog),
  });
}

/** Only what a customer has saved. */
export function savedManifestOf({ name, description }: SavedBrand): Manifest {
  return present({ name, description: description ?? undefined });
}

/** If a role has several colours, the first one. */
export function flatColours(colours: NonNullable<BrandProfile["colors"]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colours).flatMap(([role, colour]) => {
      const first = typeof colour === "string" ? colour : colour[0];
      return first === undefined ? [] : [[role, first]];
    }),
  );
}

export function toneIn(tone: BrandProfile["tone"]): string | undefined {
  if (tone === undefined || typeof tone === "string") return tone;
  return [tone.voice, tone.attributes?.join(", ")].filter(Boolean).join("; ") || undefined;
}

export function taglineIn(tagline: BrandProfile["tagline"]): string | undefined {
  return tagline === undefined || typeof tagline === "string" ? tagline : textIn(tagline);
}

/** The logo that fits most places: the primary one or, if there is none, the first. */
export function logoIn({ logos = [] }: BrandProfile) {
  return logos.find(({ variant, tags }) => variant === "primary" || tags?.includes("primary")) ?? logos[0];
}

/** Older clients expect `feedUrl` instead of `feed_url`, so both are included. */
function camelled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const older = Object.entries(fields).map(([name, value]) => [
    name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return { ...fields, ...Object.fromEntries(older) };
}

function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

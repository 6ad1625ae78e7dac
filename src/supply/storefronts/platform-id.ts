import { slugOf } from "./slug.ts";

/** Segments of `/storefronts/…` that lead elsewhere; a storefront of this name could not be reached. */
const TAKEN = new Set(["discover", "interest", "credentials"]);

/** The slugs to try for a name, best first; the last, with something random in it, is free. */
export function platformIdsFor(name: string, random: string): string[] {
  const slug = slugOf(name, 60) || "storefront";
  // A slug of digits would read as a storefront's number where either may stand.
  const base = TAKEN.has(slug) || /^\d+$/.test(slug) ? `storefront-${slug}` : slug;
  return [base, `${base}-2`, `${base}-3`, `${base}-${random}`];
}

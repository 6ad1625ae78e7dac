import { slugOf } from "./slug.ts";

/** Segments of `/storefronts/…` with another meaning; a storefront with such a slug could not be reached. */
const TAKEN = new Set(["discover", "interest", "credentials"]);

/** The slugs to try for a name, best first; the last has a random part, so it is free. */
export function platformIdsFor(name: string, random: string): string[] {
  const slug = slugOf(name, 60) || "storefront";
  // A slug of digits would look like a storefront's number in places that accept either.
  const base = TAKEN.has(slug) || /^\d+$/.test(slug) ? `storefront-${slug}` : slug;
  return [base, `${base}-2`, `${base}-3`, `${base}-${random}`];
}

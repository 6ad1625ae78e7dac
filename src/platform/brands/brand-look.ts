import type { Brand } from "./brand.ts";

/** A brand's logo and colours as a page can use them; null for what it does not publish. */
export interface BrandLook {
  readonly logoUrl: string | null;
  /** One `#RRGGBB` under each of its names, such as `primary`. */
  readonly colors: Readonly<Record<string, string>> | null;
}

/** The primary logo, or else the first; and of a colour with several shades the first. */
export function lookOf({ profile: { logos = [], colors = {} } }: Pick<Brand, "profile">): BrandLook {
  const logo = logos.find(({ variant, tags = [] }) => variant === "primary" || tags.includes("primary")) ?? logos[0];
  const shades = Object.entries(colors).flatMap(([name, value]) => {
    const first = typeof value === "string" ? value : value[0];
    return first === undefined ? [] : [[name, first] as const];
  });
  return { logoUrl: logo?.url ?? null, colors: shades.length > 0 ? Object.fromEntries(shades) : null };
}

import type { Brand } from "./brand.ts";
import { flatColours, logoIn } from "./manifest.ts";

/** A brand's logo and colours as a page can use them; null for what it does not publish. */
export interface BrandLook {
  readonly logoUrl: string | null;
  /** One `#RRGGBB` under each of its names, such as `primary`. */
  readonly colors: Readonly<Record<string, string>> | null;
}

/** The primary logo, or else the first; and of a colour with several shades the first. */
export function lookOf({ profile }: Pick<Brand, "profile">): BrandLook {
  const colors = flatColours(profile.colors ?? {});
  return { logoUrl: logoIn(profile)?.url ?? null, colors: Object.keys(colors).length > 0 ? colors : null };
}

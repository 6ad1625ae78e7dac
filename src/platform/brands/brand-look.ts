import type { Brand } from "./brand.ts";
import { flatColours, logoIn } from "./manifest.ts";

/** A brand's logo and colours in a form that pages can use; null if not published. */
export interface BrandLook {
  readonly logoUrl: string | null;
  /** One `#RRGGBB` value for each name, such as `primary`. */
  readonly colors: Readonly<Record<string, string>> | null;
}

/** The primary logo or, if there is none, the first. If a colour has several shades, the first one is used. */
export function lookOf({ profile }: Pick<Brand, "profile">): BrandLook {
  const colors = flatColours(profile.colors ?? {});
  return { logoUrl: logoIn(profile)?.url ?? null, colors: Object.keys(colors).length > 0 ? colors : null };
}

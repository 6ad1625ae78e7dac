import { z } from "zod";
import { hexOf, labelOn, parseColour } from "../../ground/colours/index.ts";

/** A seller's appearance in mails that its storefront sends. */
export interface MailBrand {
  /** A URL, because the mail contains no files, and mail programs ask before they fetch one. */
  readonly logoUrl: string | null;
  /** `#RRGGBB`. */
  readonly color: string | null;
}

export const MailBrandInput = z.object({ logoUrl: z.string().nullable(), color: z.string().nullable() });

interface Look {
  readonly logoUrl: string | null;
  readonly brandColors: Readonly<Record<string, unknown>> | null;
}

/** The logo by URL, and the most important colour; undefined if the seller has set neither. */
export function mailBrandOf({ logoUrl, brandColors }: Look): MailBrand | undefined {
  const given = brandColors?.["primary"];
  const colour = parseColour(Array.isArray(given) ? given[0] : given);
  if (logoUrl === null && !colour) return undefined;
  return { logoUrl, color: colour ? hexOf(colour) : null };
}

/** A dark colour, used if the seller has none that can be parsed. */
const NEUTRAL = "#1a1a1a";

/** The colours of a mail's header and button. Only values that could be parsed as colours are inserted into a style. */
export function coloursOf(brand: MailBrand | undefined): { readonly button: string; readonly label: string } {
  const colour = parseColour(brand?.color ?? NEUTRAL) ?? [26, 26, 26];
  return { button: hexOf(colour), label: hexOf(labelOn(colour)) };
}

/** Null if it is not a URL that mail programs may fetch over TLS. */
export function logoIn(brand: MailBrand | undefined): string | null {
  const url = URL.parse(brand?.logoUrl ?? "");
  return url?.protocol === "https:" && url.username === "" ? url.href : null;
}

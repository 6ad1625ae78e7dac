import { z } from "zod";
import { hexOf, labelOn, parseColour } from "../../ground/colours/index.ts";

/** A seller's appearance in the mails that its storefront causes. */
export interface MailBrand {
  /** A URL: the mail contains no file, and mail programs ask before they fetch one. */
  readonly logoUrl: string | null;
  /** `#RRGGBB`. */
  readonly color: string | null;
}

export const MailBrandInput = z.object({ logoUrl: z.string().nullable(), color: z.string().nullable() });

interface Look {
  readonly logoUrl: string | null;
  readonly brandColors: Readonly<Record<string, unknown>> | null;
}

/** The logo by its address and the foremost colour; undefined where the seller has shown neither. */
export function mailBrandOf({ logoUrl, brandColors }: Look): MailBrand | undefined {
  const given = brandColors?.["primary"];
  const colour = parseColour(Array.isArray(given) ? given[0] : given);
  if (logoUrl === null && !colour) return undefined;
  return { logoUrl, color: colour ? hexOf(colour) : null };
}

/** Dark where the seller shows no colour that can be read. */
const NEUTRAL = "#1a1a1a";

/** The colours of a mail's header and button: only values that were parsed as colours get into a style. */
export function coloursOf(brand: MailBrand | undefined): { readonly button: string; readonly label: string } {
  const colour = parseColour(brand?.color ?? NEUTRAL) ?? [26, 26, 26];
  return { button: hexOf(colour), label: hexOf(labelOn(colour)) };
}

/** Null if it is not a URL that a mail program may fetch privately. */
export function logoIn(brand: MailBrand | undefined): string | null {
  const url = URL.parse(brand?.logoUrl ?? "");
  return url?.protocol === "https:" && url.username === "" ? url.href : null;
}

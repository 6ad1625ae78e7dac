import type { JoinLink } from "./join-link.ts";

/** What a visitor may know about a valid link: its storefront, how that looks, and how admission works. */
export interface LinkPreview {
  readonly storefrontName: string;
  readonly operatorDomain: string | null;
  readonly logoUrl: string | null;
  readonly brandColors: Readonly<Record<string, string>> | null;
  readonly defaultCurrency: string | null;
  readonly supportedLanguages: readonly string[] | null;
  /** Whether newcomers are admitted immediately, or wait for the seller. */
  readonly entry: "immediate" | "reviewed";
}

/** A link that lets newcomers in, with what they see of it. */
export interface OpenLink {
  readonly link: JoinLink;
  readonly preview: LinkPreview;
}

/** Seed 001, field for field. */
export type JoinLinkContext = { readonly slug: string; readonly valid: boolean } & {
  readonly [Field in Exclude<keyof LinkPreview, "entry">]: LinkPreview[Field] | null;
};

const NOTHING = {
  storefrontName: null,
  operatorDomain: null,
  logoUrl: null,
  brandColors: null,
  defaultCurrency: null,
  supportedLanguages: null,
};

export function contextOf(slug: string, preview: LinkPreview | undefined): JoinLinkContext {
  if (!preview) return { slug, valid: false, ...NOTHING };
  const { entry: _, ...shown } = preview;
  return { slug, valid: true, ...shown };
}

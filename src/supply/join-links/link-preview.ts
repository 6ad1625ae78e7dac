import type { JoinLink } from "./join-link.ts";

/** What a visitor may know about a valid link: its storefront, the storefront's appearance, and how buyers are admitted. */
export interface LinkPreview {
  readonly storefrontName: string;
  readonly operatorDomain: string | null;
  readonly logoUrl: string | null;
  readonly brandColors: Readonly<Record<string, string>> | null;
  readonly defaultCurrency: string | null;
  readonly supportedLanguages: readonly string[] | null;
  /** Whether new buyers are admitted immediately, or wait for the seller. */
  readonly entry: "immediate" | "reviewed";
}

/** A link that admits new buyers, with what they can see of it. */
export interface OpenLink {
  readonly link: JoinLink;
  readonly preview: LinkPreview;
}

/** Exactly the fields of seed 001. */
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

import type { PricingModel } from "../../../ground/seller-agent/index.ts";

/**
 * A provider's product before an account is known: what its platform sells, and how. The facts of an account turn
 * templates into products.
 */
export interface Template {
  /** Part of the product's id, together with the version, which changes if the meaning changes. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly channels: readonly string[];
  /** AdCP's canonical formats. */
  readonly formats: readonly {
    /** For `sponsored_placement`, the products are the creative, so no file is needed. */
    readonly kind: "image" | "video_hosted" | "audio_hosted" | "sponsored_placement";
    readonly name: string;
  }[];
  readonly pricing: readonly {
    readonly model: PricingModel;
    /** Whether a bid can be given in addition to the budget. */
    readonly bid: "none" | "optional" | "required";
  }[];
  /** The publisher of the inventory. */
  readonly publisherDomain: string;
  /** Further words by which a brief may find it. */
  readonly words: readonly string[];
}

interface Minimum {
  readonly amount: string;
  readonly per: "day" | "flight";
}

/** What an account adds to the templates: the provider's minimums, and the identities under which it may advertise. */
export interface Facts {
  /** For a package's whole flight or for each day, in major units; null if none is known. */
  readonly minimum: Minimum | null;
  /**
   * Minimums that apply to single templates instead of the general one, because some providers require more for some
   * objectives.
   */
  readonly minimums?: Readonly<Record<string, Minimum>>;
  /** ISO-3166 codes; empty if the provider sells wherever its account does. */
  readonly countries: readonly string[];
  /** Pages, profiles and other identities under which ads appear; the first is the default. */
  readonly identities: readonly { readonly id: string; readonly name: string }[];
  /** The templates that this account cannot buy, each with the reason. */
  readonly withheld: Readonly<Record<string, string>>;
}

export function minimumFor({ minimum, minimums }: Facts, { id }: Pick<Template, "id">): Minimum | null {
  return minimums?.[id] ?? minimum;
}

export const NO_FACTS: Facts = { minimum: null, countries: [], identities: [], withheld: {} };

import type { PricingModel } from "../../../ground/seller-agent/index.ts";

/**
 * A provider's product before an account is known: what its platform sells, and how. An account's facts turn it into
 * products.
 */
export interface Template {
  /** Part of the product's id, with the version: if its meaning changes, it gets another version. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly channels: readonly string[];
  /** AdCP's canonical formats. */
  readonly formats: readonly {
    /** Of a `sponsored_placement` the products are the creative: it needs no file. */
    readonly kind: "image" | "video_hosted" | "audio_hosted" | "sponsored_placement";
    readonly name: string;
  }[];
  readonly pricing: readonly {
    readonly model: PricingModel;
    /** Whether a bid is taken, and goes with the budget. */
    readonly bid: "none" | "optional" | "required";
  }[];
  /** Whose places they are. */
  readonly publisherDomain: string;
  /** The words that a brief may find it by, besides its own. */
  readonly words: readonly string[];
}

interface Minimum {
  readonly amount: string;
  readonly per: "day" | "flight";
}

/** What an account adds to the templates: the provider's minimums, and who it may speak as. */
export interface Facts {
  /** For a package's whole flight, or for each of its days, in major units; null where none is known. */
  readonly minimum: Minimum | null;
  /** For single templates, in place of the one for all: some providers ask more of some aims. */
  readonly minimums?: Readonly<Record<string, Minimum>>;
  /** ISO-3166 codes; empty where the provider sells wherever its account does. */
  readonly countries: readonly string[];
  /** Pages, profiles, identities that ads speak as, the first unless told otherwise. */
  readonly identities: readonly { readonly id: string; readonly name: string }[];
  /** Templates that this account cannot buy, each with why. */
  readonly withheld: Readonly<Record<string, string>>;
}

export function minimumFor({ minimum, minimums }: Facts, { id }: Pick<Template, "id">): Minimum | null {
  return minimums?.[id] ?? minimum;
}

export const NO_FACTS: Facts = { minimum: null, countries: [], identities: [], withheld: {} };

import type { FormatId } from "../../ground/seller-agent/index.ts";
import type { Asset } from "./assets/asset.ts";
import type { TemplateMethod } from "./templates/detect-template.ts";

/** What a campaign shows to people: the parts, and the format that combines them. */
export interface Creative {
  readonly creativeId: string;
  readonly campaignId: string;
  /** Unique within the campaign. */
  readonly name: string;
  readonly message: string | null;
  readonly template: { readonly templateId: string; readonly foundBy: TemplateMethod | null } | null;
  readonly format: NamedFormat;
  /** Further formats in which the creative can be used. */
  readonly targetFormatIds: readonly FormatId[];
  readonly industryIdentifiers: readonly { readonly type: string; readonly value: string }[];
  readonly cards: readonly Card[];
  readonly assets: readonly Asset[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A named format, or one of AdCP 3.1's canonical kinds; neither if nothing is known. */
export interface NamedFormat {
  readonly formatId: FormatId | null;
  readonly formatKind: string | null;
  /** False if it was derived from the formats that the campaign's products accept. */
  readonly isGiven: boolean;
  readonly optionRef: FormatOptionRef | null;
}

export interface FormatOptionRef {
  readonly scope?: "publisher" | "product" | undefined;
  readonly publisher_domain?: string | undefined;
  readonly format_option_id: string;
}

/** One card of a carousel. */
export interface Card {
  readonly mediaAssetId: string;
  readonly headline?: string | undefined;
  readonly description?: string | undefined;
  readonly cta?: string | undefined;
  readonly landingPageUrl?: string | undefined;
}

export const NO_FORMAT: NamedFormat = { formatId: null, formatKind: null, isGiven: false, optionRef: null };

/** The empty creative from which a new one is built: all of its content is added by changes. */
export function blankCreative(creativeId: string, campaignId: string, now: Date): Creative {
  return {
    creativeId,
    campaignId,
    name: `Creative ${creativeId.slice(-8)}`,
    message: null,
    template: null,
    format: NO_FORMAT,
    targetFormatIds: [],
    industryIdentifiers: [],
    cards: [],
    assets: [],
    createdAt: now,
    updatedAt: now,
  };
}

/** Identifies a format within the agent that defines it. With a size or a duration, it identifies one variant of a template. */
export interface FormatId {
  readonly agentUrl: string;
  readonly id: string;
  /** In pixels; always set together with the height. */
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
}

export interface CreativeFormat {
  readonly formatId: FormatId;
  readonly name: string;
  readonly type: string | null;
  /** The canonical format on which it is based, such as `video_hosted`; AdCP 3.0 sellers do not state it. */
  readonly kind?: string;
  readonly description: string | null;
  /** The parts in which it is shown, with their sizes in pixels if these are fixed. */
  readonly renders?: readonly { readonly role: string; readonly width?: number; readonly height?: number }[];
  /** All of its assets, including optional ones. */
  readonly assetsRequired: readonly FormatAsset[];
  /** The seller makes creatives in this format from these assets. */
  readonly isMade?: true;
}

export interface FormatAsset {
  /** The key under which a creative's manifest contains the asset. */
  readonly assetId: string;
  /** AdCP's word: `image`, `video`, `url`. */
  readonly assetType: string;
  readonly required: boolean;
  readonly limits?: AssetLimits;
}

/** The requirements of an asset, as far as they can be checked from its bytes, in pixels, milliseconds, kilobytes of 1,000 bytes, and characters. */
export interface AssetLimits {
  readonly minWidth?: number;
  readonly maxWidth?: number;
  readonly minHeight?: number;
  readonly maxHeight?: number;
  readonly minDurationMs?: number;
  readonly maxDurationMs?: number;
  readonly maxFileKb?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Names of file types, such as `jpg` and `mp4`; any of them is accepted. */
  readonly fileTypes?: readonly string[];
  /** The texts from which one must be chosen. */
  readonly values?: readonly string[];
}

/** A canonical format that a product accepts, as sellers of AdCP 3.1 declare it. */
export interface FormatOption {
  readonly formatKind: string;
  readonly formatOptionId?: string;
  readonly displayName?: string;
  /** The corresponding named formats, as a seller of AdCP 3.1 refers to them. */
  readonly namedFormats?: readonly FormatId[];
  /** The seller's own declaration: sizes, slots, limits. */
  readonly written?: Readonly<Record<string, unknown>>;
}

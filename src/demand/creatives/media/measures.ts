/** What can be measured from a file's bytes; fields that cannot are absent. */
export interface Measures {
  /** In pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
  /** The length of a text. */
  readonly characters?: number;
  /** The file type as formats name it: `png`, `mp4`. */
  readonly fileType?: string;
}

/** What can be determined from a file's bytes; other fields are absent. */
export interface Measures {
  /** In pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
  /** Of a text. */
  readonly characters?: number;
  /** As formats name it: `png`, `mp4`. */
  readonly fileType?: string;
}

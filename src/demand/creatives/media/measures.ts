/** What can be read off a file's bytes; a field that could not be read is absent. */
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

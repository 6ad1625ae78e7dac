import stringWidth from "string-width";

/** The width in terminal columns: characters without a width, such as colour codes, count as zero, and wide ones as two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

const GRAPHEMES = new Intl.Segmenter();

/** The text at exactly this width, either padded or cut off with an ellipsis. Without a limit it is unchanged. */
export function fitted(text: string, width: number): string {
  const own = widthOf(text);
  if (!Number.isFinite(width)) return text;
  if (own <= width) return text + " ".repeat(width - own);
  let cut = "";
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    const next = used + widthOf(segment);
    if (next > width - 1) break;
    cut += segment;
    used = next;
  }
  return `${cut}…${" ".repeat(Math.max(0, width - 1 - used))}`;
}

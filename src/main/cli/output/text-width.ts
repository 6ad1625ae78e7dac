import stringWidth from "string-width";

/** In terminal columns: characters without width, such as colours, count nothing, and wide ones two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

const GRAPHEMES = new Intl.Segmenter();

/** Exactly this wide: padded, or cut with an ellipsis. Without a limit it is unchanged. */
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

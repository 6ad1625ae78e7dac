import stringWidth from "string-width";

/** In columns of a terminal: what has no width, as colours have none, counts for nothing, and wide letters for two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

const GRAPHEMES = new Intl.Segmenter();

/** Exactly so wide: filled up, or cut with an ellipsis. Without an end it stays as it is. */
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

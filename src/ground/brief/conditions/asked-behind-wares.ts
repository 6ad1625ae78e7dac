import type { Sense } from "../lexicon/lexicon.ts";
import type { Before, Span } from "../polarity/clause.ts";

/** "We sell radios, podcasts": what ends the text, alone behind a comma, and is no ware, is where to advertise. */
export function isAskedBehindWares({ start, end }: Span, { tokens, content }: Before): boolean {
  const here = tokens.filter((one) => one.start >= start && one.end <= end);
  const isNext = tokens.some((one) => one.kind !== "break" && one.start >= end);
  const [only, ...others] = content.filter((one) => one.start >= start && one.end <= end);
  return !isNext && here.length === 1 && others.length === 0 && only !== undefined && only.senses.some(isNoWare);
}

function isNoWare({ kind, id }: Sense): boolean {
  return kind === "channel" && NO_WARES.has(id);
}

/** Media that nobody sells by the piece. */
const NO_WARES: ReadonlySet<string> = new Set("podcast social email search influencer streaming_audio".split(" "));

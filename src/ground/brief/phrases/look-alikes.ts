import type { Sense } from "../lexicon/sense.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import { isAnd, isOr } from "../polarity/lists.ts";
import type { Token } from "../words.ts";

const CHUNK = /\S+/g;
const HAS_ADDRESS = /[@=]|www\.|:\/\//;

/** The address of a page or of a mail, and what is counted in it. */
function isAddress(chunk: string): boolean {
  if (chunk.includes("://") || chunk.startsWith("www.") || chunk.startsWith("utm_")) return true;
  const at = chunk.indexOf("@");
  return at > 0 && chunk.includes(".", at);
}

/** "Radio de 10 km", "radio: 15 kilómetros": how far. */
const FAR = /^\s?(?:de|d['’]|:)?\s?\d[\d.,]{0,6}\s?(?:km|kil[oó]m|mill?as|metros|m\b)/i;
/** 「SNS疲れ」: those who are tired of it. */
const TIRED = /^(?:疲れ|離れ|断ち|依存|をやらない|を使わない|をやっていない|を見ない)/;

/** What looks like a medium and is none, and "SEM", which looks like Portuguese for "without" and is one. */
export function withoutLookAlikes(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  const spans = HAS_ADDRESS.test(text) ? [...text.matchAll(CHUNK)].filter(([chunk]) => isAddress(chunk)) : [];
  const isInAddress = ({ start }: Mention) =>
    spans.some(({ index, 0: address }) => start >= index && start < index + address.length);
  const isMedium = (one: Mention) => has(one, "channel") || has(one, "format") || has(one, "property");
  const isOther = (one: Mention) =>
    (isMedium(one) && (isInAddress(one) || isRadius(one, text) || TIRED.test(text.slice(one.end, one.end + 8)))) ||
    (has(one, "country", "CM") && isCommercial(one, text, tokens));
  const sems = text.includes("SEM") ? semsIn(tokens) : [];
  const content = mentions.content.filter((one) => !isOther(one) && !sems.some(({ from }) => from === one.from));
  if (content.length === mentions.content.length && sems.length === 0) return mentions;
  const scope = mentions.scope.filter((one) => !sems.some(({ from }) => from === one.from));
  return { ...mentions, content: [...content, ...sems].sort((a, b) => a.start - b.start), scope };
}

/** 「ドイツのCM」 */
function isCommercial({ start, end }: Mention, text: string, tokens: readonly Token[]): boolean {
  return text.slice(start, end) === "CM" && tokens.some(({ kind }) => kind === "japanese");
}

function isRadius({ start, end }: Mention, text: string): boolean {
  return /^radio$/i.test(text.slice(start, end)) && FAR.test(text.slice(end, end + 24));
}

const SEARCH: Sense = { kind: "channel", id: "search", isHint: false };

/** "SEM y display", "campagne SEM et SEO": in capitals where other words are not, and behind it an "and", or nothing. */
function semsIn(tokens: readonly Token[]): Mention[] {
  if (tokens.every(({ kind, isAllCapitals }) => kind !== "word" || isAllCapitals === true)) return [];
  return tokens.flatMap(({ plain, isAllCapitals, start, end }, from) => {
    const next = tokens[from + 1];
    const isApart = !next || next.kind === "break" || next.plain === "y" || isAnd(next.plain) || isOr(next.plain);
    // "SEM / Google Ads".
    const isSearch = next?.plain === "google" || next?.plain === "sea" || next?.plain === "seo";
    if (plain !== "sem" || !isAllCapitals || !(isApart || isSearch)) return [];
    return [{ start, end, from, to: from + 1, senses: [SEARCH], certainty: CERTAINTY.word }];
  });
}

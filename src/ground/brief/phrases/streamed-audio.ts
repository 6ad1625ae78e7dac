import type { Chip } from "../chip.ts";
import { wordSet } from "../word-sets.ts";

/** Between the audio and its stream. */
const BETWEEN = wordSet(
  "ads ad spots only but just solely and that is to say on by via in through the over music audio",
  "nur aber und zwar ausschließlich lediglich per im über auf bei von den",
  "seulement uniquement mais exclusivement en par sur les des plateformes services sites de",
  "solo sólo únicamente pero y en por plataformas servicios sitios",
  "soltanto solamente ma e su sulle nei piattaforme servizi di tramite",
  "só apenas somente mas nas nos plataformas serviços através da",
  "alleen maar dan wel uitsluitend via op",
  "tylko wyłącznie ale i w na przez serwisach platformach platformy",
);
const STREAM =
  /(?<![\p{L}-])(?:stream(?:ing|s|ingu|ingow(?:ych|ym|e)|ingdienst(?:en|e)?|ing-?dienst(?:en|e)?|ingplattform(?:en)?|ingplatforms?|ingportalen?)?)(?![\p{L}-])/iu;
const STREAMED = /(?:streamed|gestreamte[nrs]?|gestreamde|streamowan\p{L}{1,3})\s$/iu;
const JAPANESE_AHEAD = /(?:ストリーミング|(?<!動画)配信)(?:型)?(?:の|で流れる|される|での|による)?$/u;
const JAPANESE = /^(?:広告|だけ|のみ|[、でにはをも]|それ)*(?:ストリーミング|配信)(?:サービス)?(?:で|だけ|のみ|に限)/u;
const ARABIC = /^\s(?:فقط\s)?و?(?:عبر|على|في|من خلال)\s(?:(?:منصات|خدمات|مواقع)\s)?(?:ال)?(?:بث|ستريمنغ)(?!\p{L})/u;
/** In characters. */
const BEHIND = 60;
const AHEAD = 16;

/** "Audio only, by streaming", "gestreamte Audiowerbung": of the media that are heard, the one that is streamed. */
export function withStreamedAudio(chips: readonly Chip[], text: string): readonly Chip[] {
  const audio = chips.filter((one) => one.kind === "channel" && !one.negated && one.concept === "audio" && one.span);
  const streams = audio.flatMap(({ span }) => (span ? (streamOf(span, text) ?? []) : []));
  if (streams.length === 0) return chips;
  const isIn = ({ span }: Chip) => streams.some(({ start, end }) => span && span.start >= start && span.end <= end);
  return chips.filter((one) => {
    if (!isIn(one)) return true;
    if (audio.includes(one)) return one.value === "streaming_audio";
    return one.negated || (one.kind !== "topic" && one.kind !== "channel");
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** From the audio to the word for its stream, if it has one. */
function streamOf({ start, end }: Span, text: string): Span | undefined {
  const ahead = text.slice(Math.max(0, start - AHEAD), start);
  const before = (STREAMED.exec(ahead) ?? JAPANESE_AHEAD.exec(ahead))?.[0];
  if (before) return { start: start - before.length, end };
  const behind = text.slice(end, end + BEHIND);
  const other = (JAPANESE.exec(behind) ?? ARABIC.exec(behind))?.[0];
  if (other) return { start, end: end + other.length };
  const stream = STREAM.exec(behind);
  if (!stream) return undefined;
  const said = behind
    .slice(0, stream.index)
    .toLowerCase()
    .split(/[\s,;()–—-]+/u)
    .filter(Boolean);
  return said.length > 0 && said.every((word) => BETWEEN.has(word))
    ? { start, end: end + stream.index + stream[0].length }
    : undefined;
}

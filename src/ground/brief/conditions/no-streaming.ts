import type { Chip } from "../chip.ts";

/** "Niente streaming", "kein Streaming", "bez streamingu", 「配信は不要」: and nothing behind it that it would be of. */
const NO_STREAMING =
  /(?<![\p{L}-])(?:(?<=(?:^|[,;.:(]\s?|\band\s|\bbut\s|\bwith\s))no|not|without|kein|keine|ohne|nicht|pas de|pas du|sans|nada de|ni|sin|niente|senza|non|sem|geen|zonder|bez|żadnego|nie)\s(?:le |lo |il |o |el |das |den |het )?(?<streamed>streaming(?:u|s)?)(?![\p{L}-])(?!\s(?:audio|radio|music|musi\p{L}*|plat\p{L}*|services?|dienst\p{L}*)(?!\p{L}))|(?:ストリーミング|(?:動画)?配信)(?:は|では)?(?:なし|無し|不要|なく|ない|除)|(?:بدون|لا|دون|وليس)\s(?:ال)?بث/iu;

/** Of the media that are streamed and those that are not, by which of the latter is wanted. */
const STREAMED: ReadonlyMap<string, string> = new Map([
  ["linear_tv", "ctv"],
  ["radio", "streaming_audio"],
]);

/** "Classic TV, no streaming": beside a wanted medium, what is refused is the same by streaming. */
export function withoutStreaming(chips: readonly Chip[], text: string): readonly Chip[] {
  const said = /stream|配信|بث/iu.test(text) ? NO_STREAMING.exec(text) : null;
  if (!said) return chips;
  const span = { start: said.index, end: said.index + said[0].length };
  const isOf = (chip: Chip, value: string) => chip.kind === "channel" && chip.value === value;
  const kept = [...STREAMED].find(([value]) => chips.some((chip) => isOf(chip, value) && !chip.negated));
  if (!kept) return chips;
  const [value, streamed] = kept;
  if (chips.some((chip) => isOf(chip, streamed) && (chip.negated || chip.concept === streamed))) return chips;
  const [like] = chips.filter((chip) => isOf(chip, value));
  if (!like) return chips;
  const { exclusive: _, chance: __, ...rest } = like;
  return [
    ...chips.filter((chip) => !isOf(chip, streamed)),
    { ...rest, value: streamed, concept: streamed, negated: true, span, certainty: SURE },
  ];
}

const SURE = 0.95;

import { type Chip, isFirm } from "../chip.ts";

/** "Video" alone requests the channels that show nothing else; next to a channel it says what is shown there. */
export function withoutLooseVideo(chips: readonly Chip[], text: string): Chip[] {
  const channels = chips.filter(
    ({ kind, concept, negated }) => kind === "channel" && concept !== "video-ads" && !negated,
  );
  // "Video or television": one of several is no way of showing another.
  const isListed = ({ span }: Chip) =>
    channels.some((other) => span && other.span && LISTED.test(text.slice(...between(span, other.span))));
  const isPlacedIn = ({ span }: Chip) =>
    channels.some(
      (other) =>
        span &&
        other.span &&
        other.span.start !== span.start &&
        PLACED.test(text.slice(...between(span, other.span)).trim()),
    );
  const isLoose = (chip: Chip) =>
    chip.kind === "channel" &&
    !chip.negated &&
    ((chip.concept === "video-ads" && !isListed(chip)) ||
      (isRoll(chip, chips) && isPlacedIn(chip)) ||
      (chip.value === "olv" && chips.some((other) => isInGame(chip, other, text))));
  const joined = chips.filter((chip) => chip.concept === "video-ads" && isJoined(chip, channels, text));
  const isOther = (chip: Chip) => chip.kind === "channel" && !chip.negated && !isLoose(chip) && isFirm(chip);
  if (!chips.some(isOther)) return [...chips];
  const isForm = ({ kind, span }: Chip) =>
    kind === "format" && joined.some((one) => one.span?.start === span?.start && !one.negated);
  return chips.filter((chip) => !isForm(chip) && (!isLoose(chip) || (joined.includes(chip) && chip.value === "olv")));
}

/** 「ゲーム内の動画広告」: in Japanese the game stands right before the video that is in it. */
function isInGame({ span }: Chip, other: Chip, text: string): boolean {
  const game = other.span;
  if (other.value !== "gaming" || other.negated || !isFirm(other)) return false;
  if (!span || !game || game.end > span.start) return false;
  return text.startsWith("動画", span.start) && /^の?$/.test(text.slice(game.end, span.start));
}

/** "Display and video only", 「ディスプレイと動画に絞ります」: of two that alone are wanted, video is no way of showing the other. */
function isJoined({ kind, negated, exclusive, span }: Chip, channels: readonly Chip[], text: string): boolean {
  if (kind !== "channel" || negated || !exclusive) return false;
  return channels.some((one) => span && one.span && JOINED.test(text.slice(...between(span, one.span))));
}

const JOINED = /^\s*(?:and|und|et|y|e|en|i|و|&|\+|と|や|および|、|・)\s*$/iu;

/** "CTV pre-roll", "pre-rolls in podcasts": where it is placed is the channel. */
const PLACED = /^-?\s?(?:on|in|for|of|auf|im|für|en|sur|dans|su|nei|em|de|di|op|w|na|の|في)?$/i;

function isRoll({ span }: Chip, chips: readonly Chip[]): boolean {
  return chips.some(
    ({ kind, concept, span: other }) => kind === "format" && ROLLS.has(concept) && other?.start === span?.start,
  );
}

const ROLLS: ReadonlySet<string> = new Set(["pre-roll", "mid-roll"]);

/** The only content between two items of a list. */
const LISTED = /^\s*(?:,|\/|or|oder|ou|o|of|lub|albo|أو|か|や|、)\s*$/i;

function between(one: NonNullable<Chip["span"]>, other: NonNullable<Chip["span"]>): [from: number, to: number] {
  return one.end <= other.start ? [one.end, other.start] : [other.end, one.start];
}

/** "Video ads before online clips", "reklamy wideo przed filmami w internecie": what they are shown before is seen online. */
const BEFORE_CLIPS =
  /^\s?(?:(?:that |die |qui |que |che |które )?(?:run|runs|play|shown|placed|laufen|passent|salen|vanno|passam|draaien)\s)?(?:before|ahead of|in front of|vor|avant|antes de(?: los| las)?|prima d(?:i|ei|egli)|antes d(?:e|os|as)|vóór|voor|przed|قبل)\s(?:[\p{L}'’-]{1,14}\s){0,2}?(?:online[\s-]?)?(?:clips?|vid[eé]os?|filmpjes|filmami|filmikami|klipami|wideo|المقاطع|مقاطع|الفيديوهات|فيديوهات|youtube)(?!\p{L})/iu;
/** 「オンライン動画の前の動画広告」 */
const CLIPS_BEFORE = /(?:動画|クリップ|YouTube)の(?:再生)?前(?:に流れる|に出る|に入る|の)?$/iu;
/** 「動画の前に流れる広告はやめて」, "el vídeo previo": what is refused is seen online as well. */
const AHEAD = /^(?:の(?:再生|本編)?前|\sprevi[oa]s?(?!\p{L})|\spréalables?(?!\p{L}))/iu;
/** In characters. */
const LONGEST = 60;

export function withoutVideoElsewhere(chips: readonly Chip[], text: string): readonly Chip[] {
  const isOnline = ({ kind, concept, negated, span }: Chip) =>
    kind === "channel" &&
    concept === "video-ads" &&
    span !== null &&
    (negated ? AHEAD.test(text.slice(span.end, span.end + LONGEST)) : isBeforeClips(span, text));
  return chips.filter((chip) => chip.value === "olv" || !isOnline(chip));
}

function isBeforeClips(span: NonNullable<Chip["span"]>, text: string): boolean {
  return (
    BEFORE_CLIPS.test(text.slice(span.end, span.end + LONGEST)) ||
    CLIPS_BEFORE.test(text.slice(Math.max(0, span.start - LONGEST), span.start))
  );
}

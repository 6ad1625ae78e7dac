import { type Chip, isFirm } from "./chip.ts";
import { has, type Mentions } from "./mention.ts";
import { SENTENCE_END } from "./polarity/clause.ts";

/** "Only with influencers. Banners are nice in theory": a later sentence adds no channel, unless it says "also" or where. */
export function onlyChannels(chips: readonly Chip[], text: string, mentions: Mentions): Chip[] {
  const { content, scope } = mentions;
  const only = chips.filter(isWanted).filter(({ exclusive }) => exclusive);
  const narrowed = withoutUnnamed(chips, only, text);
  if (narrowed.length < chips.length) return onlyChannels(narrowed, text, mentions);
  const until = Math.max(...only.map(({ span }) => span?.end ?? 0));
  const after = SENTENCE_END.exec(text.slice(Math.max(until, 0)));
  if (only.length === 0 || !after) return [...chips];
  const from = until + after.index;
  const isIn = (one: { start: number; end: number }, place: number) =>
    one.start > from && !SENTENCE_END.test(text.slice(Math.min(one.end, place), Math.max(one.start, place)));
  const isAdded = (place: number) =>
    scope.some((one) => isIn(one, place) && has(one, "scope", "also")) ||
    content.some((one) => isIn(one, place) && PLACES.some((kind) => has(one, kind)));
  return chips.filter((chip) => {
    const start = chip.span?.start ?? 0;
    return !isWanted(chip) || start < from || isAdded(start);
  });
}

/** "Audio only: podcasts or streaming": of several channels by one word those alone that are then named, to the end of the sentence. */
function withoutUnnamed(chips: readonly Chip[], only: readonly Chip[], text: string): Chip[] {
  const unnamed = [...Map.groupBy(only, ({ concept }) => concept).values()].flatMap((wide) => {
    const values = new Set(wide.map(({ value }) => value));
    const end = Math.max(...wide.map(({ span }) => span?.end ?? 0));
    const behind = text.slice(end);
    const opened = /^[^.!?\n]{0,30}?[:(]/u.exec(behind)?.[0].length;
    const until = SENTENCE_END.exec(behind)?.index ?? behind.length;
    const named = chips.filter(({ kind, negated, concept, span }) => {
      const at = (span?.start ?? 0) - end;
      return (
        kind === "channel" &&
        !negated &&
        concept !== wide[0]?.concept &&
        opened !== undefined &&
        at >= opened &&
        at < until
      );
    });
    const kept = new Set(named.map(({ value }) => value));
    if (kept.size > 0 && STREAMED.test(behind.slice(0, until))) kept.add("streaming_audio");
    const isNarrower = kept.size > 0 && values.size > 1 && named.every(({ value }) => values.has(value));
    return isNarrower ? wide.filter(({ value }) => !kept.has(value)) : [];
  });
  return chips.filter((chip) => !unnamed.includes(chip));
}

/** Beside podcasts it is audio that is streamed. */
const STREAMED = /stream|ストリーミング|البث/iu;

/** 「デジタルのみ」: where the ads run is no subject. */
function withoutTechnology(chips: readonly Chip[]): readonly Chip[] {
  const online = chips.filter((chip) => isWanted(chip) && chip.concept === "online-anywhere" && isFirm(chip));
  const isOfOnline = ({ span }: Chip) => online.some((one) => one.span?.start === span?.start);
  return chips.filter((chip) => chip.concept !== "technology" || !isOfOnline(chip));
}

/** "Banners only, web or mobile": whoever names one of the channels of the web means no other by the web. */
export function namedOnline(named: readonly Chip[]): Chip[] {
  const chips = withoutTechnology(named);
  const anywhere = chips.filter((chip) => isWanted(chip) && chip.concept === "online-anywhere");
  const values = new Set(anywhere.map(({ value }) => value));
  const isNamed = chips.some(
    (chip) => isWanted(chip) && !anywhere.includes(chip) && isFirm(chip) && values.has(chip.value),
  );
  return isNamed ? chips.filter((chip) => !anywhere.includes(chip)) : [...chips];
}

/** "It needs a big screen. So only on websites": where the ads alone run is said, and other sentences name no channel. */
export function onlyProperties(chips: readonly Chip[], text: string): Chip[] {
  const only = chips.filter(({ kind, exclusive, negated }) => kind === "property" && exclusive && !negated);
  if (only.length === 0) return [...chips];
  const isBeside = ({ span }: Chip) =>
    only.some(({ span: other }) => {
      if (!span || !other) return true;
      return !SENTENCE_END.test(text.slice(Math.min(span.end, other.end), Math.max(span.start, other.start)));
    });
  return chips.filter((chip) => !isWanted(chip) || isBeside(chip));
}

/** A brief that names no medium has chosen by the form of its ads: "we would like native advertising in Sweden". */
export function settledFormats(chips: readonly Chip[]): Chip[] {
  if (chips.some((chip) => isWanted(chip) || (chip.kind === "property" && !chip.negated))) return [...chips];
  return chips.map((chip) =>
    chip.kind === "format" && !chip.negated && isFirm(chip) && FORMS.has(chip.concept)
      ? { ...chip, exclusive: true as const }
      : chip,
  );
}

/** A video may be shown anywhere and is often only what the writer has, and what interrupts is named to be refused. */
const FORMS: ReadonlySet<string> = new Set(["native", "playable"]);

const PLACES = ["country", "region", "city"] as const;

function isWanted({ kind, negated }: Chip): boolean {
  return kind === "channel" && !negated;
}

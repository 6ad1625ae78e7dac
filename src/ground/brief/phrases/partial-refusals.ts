import { type Chip, HINTED, isFirm } from "../chip.ts";
import { STOP_WORDS } from "../languages.ts";
import type { Mention, Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { isPart } from "./refused-parts.ts";

interface Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
}

/**
 * "Instagram, no TikTok", "radio, but no talk radio": a refusal of one platform, or of one kind of a medium, beside a demand of the medium
 * does not refuse the medium.
 */
export function withoutPartialRefusals(chips: readonly Chip[], { text, tokens, mentions }: Said): Chip[] {
  const media = chips.filter(({ kind }) => kind === "channel");
  const valuesOf = (isMeant: (chip: Chip) => boolean) =>
    new Set(media.flatMap((chip) => (!chip.negated && isMeant(chip) ? [chip.value] : [])));
  if (!media.some(({ negated }) => negated)) return [...chips];
  const named = valuesOf(({ certainty }) => certainty >= HINTED);
  const demanded = valuesOf(isFirm);
  const mentionAt = ({ span }: Chip) =>
    span ? mentions.content.find(({ start, end }) => start === span.start && end === span.end) : undefined;
  const wanted = media.flatMap((chip) => (chip.negated ? [] : (mentionAt(chip) ?? [])));
  const isPartial = (chip: Chip) => {
    const one = chip.kind === "channel" && chip.negated ? mentionAt(chip) : undefined;
    if (!one) return false;
    if (isOfSubject(one, chips, mentions)) return true;
    if (isPart(text.slice(one.start, one.end))) return named.has(chip.value);
    // "Digital screens, but no pasted posters": kinds of outdoor advertising are channels of their own.
    if (!demanded.has(chip.value) || OUTDOOR.has(chip.value)) return false;
    return isQualified(one, tokens, mentions) || wanted.some((all) => isKindOf(one, all, tokens));
  };
  return chips.filter((chip) => !isPartial(chip));
}

/** "No crime podcasts" refuses crime, and not podcasts. */
function isOfSubject({ from }: Mention, chips: readonly Chip[], { content, languages }: Mentions): boolean {
  if (!SUBJECT_FIRST.has(languages[0] ?? "en")) return false;
  const subject = content.find(({ to }) => to === from);
  return chips.some(
    ({ kind, negated, span }) => kind === "topic" && negated && subject !== undefined && span?.start === subject.start,
  );
}

/** Languages in which a noun stands before the one that it describes. */
const SUBJECT_FIRST: ReadonlySet<string> = new Set(["en", "de", "nl"]);

const OUTDOOR: ReadonlySet<string> = new Set(["ooh", "dooh"]);

/** "Talk radio" is a kind of radio. */
function isKindOf(one: Mention, all: Mention, tokens: readonly Token[]): boolean {
  const last = tokens[one.to - 1]?.plain;
  return one.to - one.from > all.to - all.from && last === tokens[all.to - 1]?.plain;
}

/** "Breakfast radio", "gossip magazines": the word before it says which. */
function isQualified({ from }: Mention, tokens: readonly Token[], { scope, languages }: Mentions): boolean {
  const before = tokens[from - 1];
  if (before?.kind !== "word") return false;
  if (OTHERS.has(before.plain)) return true;
  return (
    !scope.some((one) => one.from < from && one.to >= from) &&
    !languages.some((language) => STOP_WORDS.get(language)?.has(before.plain))
  );
}

/** "LinkedIn, no other social media". */
const OTHERS: ReadonlySet<string> = new Set(
  "other andere anderen autre autres otro otra otras altri altre outro outra outras overige inne innych".split(" "),
);

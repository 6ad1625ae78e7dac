import { type Chip, HINTED, isFirm } from "../chip.ts";
import { STOP_WORDS } from "../languages.ts";
import type { Mention, Mentions } from "../mention.ts";
import type { Token } from "../words.ts";

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

/**
 * "Instagram only. No TikTok.": who wants a medium refuses a part of it, and not the whole. `said` is what the rules read, which alone
 * see that it is two things.
 */
export function withoutRefusedParts(chips: readonly Chip[], said: readonly Chip[], text: string): readonly Chip[] {
  const writtenOf = ({ span }: Chip) => (span ? text.slice(span.start, span.end).toLowerCase() : "");
  const media = said.filter(({ kind }) => kind === "channel");
  const refused = media.filter(({ negated }) => negated);
  const parts = new Set(refused.filter((chip) => isPart(writtenOf(chip))).map(writtenOf));
  if (parts.size === 0) return chips;
  const whole = new Set(refused.filter((chip) => !parts.has(writtenOf(chip))).map(({ value }) => value));
  const wanted = media.filter(
    (chip) => !chip.negated && isFirm(chip) && !whole.has(chip.value) && !parts.has(writtenOf(chip)),
  );
  // What is named behind the part may be the whole that is refused with it: "Instagram my nephew does, so no social".
  const isAhead = ({ span }: Chip, part: Chip) => (span?.start ?? 0) < (part.span?.start ?? 0);
  const kept = wanted.filter((one) => refused.some((chip) => chip.value === one.value && isAhead(one, chip)));
  if (kept.length === 0) return chips;
  const values = new Set(kept.map(({ value }) => value));
  return [...chips.filter(({ kind, value }) => kind !== "channel" || !values.has(value)), ...kept];
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

/** Platforms, and kinds of sites, by which somebody may mean a part of a medium, in whatever language. */
const PARTS = [
  /^(?:insta(?:gram)?|facebook|fb|meta|tik ?tok|snap(?:chat)?|linked ?in|pinterest|x|twitter|threads|reddit|youtube|line)$/iu,
  /^(?:vimeo|twitch|dailymotion|spotify|deezer|soundcloud|pandora|netflix|hulu|roku|peacock|prime video|google|bing)$/iu,
  /^(?:インスタ(?:グラム)?|フェイスブック|ティックトック|スナップチャット|ツイッター|リンクトイン|ピンタレスト|ユーチューブ|旧twitter)$/iu,
  /^(?:(?:ポイント|クーポン|比較|キャッシュバック)サイト|店頭(?:サイネージ|pop)?|店内サイネージ)$/iu,
  /^[لبو]?(?:ال)?(?:انستغرام|إنستغرام|انستقرام|إنستقرام|انستجرام|إنستجرام|إنستا|انستا|فيسبوك|فيس ?بوك|تيك ?توك)$/u,
  /^[لبو]?(?:ال)?(?:سناب ?شات|سناب|لينكد ?إن|لينكدان|تويتر|يوتيوب)$/u,
  /^(?:ال)?مواقع (?:ال)?(?:كوبونات|كوبون|قسائم|خصومات|كاش ?باك)$/u,
  /^(?:(?:cashback|coupon|voucher|deal|loyalty) sites?|cashback(?:seiten|portale)?|gutscheinseiten|gutscheinportale)$/iu,
];

/** Whether it is a part of a medium by its name. */
function isPart(said: string): boolean {
  return PARTS.some((part) => part.test(said));
}

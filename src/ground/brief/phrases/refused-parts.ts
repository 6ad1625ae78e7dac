import { type Chip, isFirm } from "../chip.ts";

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
export function isPart(said: string): boolean {
  return PARTS.some((part) => part.test(said));
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

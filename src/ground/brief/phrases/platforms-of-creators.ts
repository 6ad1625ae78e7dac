import { type Chip, isFirm } from "../chip.ts";

type Placed = Chip & { readonly span: NonNullable<Chip["span"]> };

/** "Creators on YouTube": a preposition, and at most two words before it. */
const ON =
  /^(?:[\s(:]{0,3}|(?:\s[\p{L}'’]{1,12}){0,2}\s(?:on|from|of|auf|bei|von|aus|sur|de|en|su|di|no|na|nos|do|da|em|op|van|z|w|على|من|في)\s)$/iu;
/** "YouTube creators", "YouTubeのインフルエンサー". */
const OF = /^(?:[\s-]|の|系)?$/u;
/** What joins one platform to the next. */
const JOINT =
  /^\s?(?:[,،、/&+・やと]|and|und|et|y|e|en|i|oraz|or|oder|ou|o|u|of|lub|albo|czy|أو|و|または|か)?\s?(?:(?:on|auf|sur|en|su|no|na|em|op|على)\s)?$/iu;
/** "Creators, and TikTok ads": then it is a medium of its own. */
const ADS =
  /^[\s-]{0,2}(?:ads?|adverts?|advertising|anzeigen|werbung|spots?|pre-?rolls?|campaigns?|kampagnen?|in-?stream|shorts|広告|枠)(?!\p{L})/iu;

/** The media of platforms. */
const HELD: ReadonlySet<string> = new Set(["olv", "social"]);

/** "Creators on YouTube and TikTok": where those who are to speak of something do so is no demand for other ads there. */
export function withoutPlatformsOfCreators(chips: readonly Chip[], text: string): readonly Chip[] {
  const media = chips.filter(isMedium);
  const creators = media.filter((one) => one.value === "influencer" && isFirm(one));
  if (creators.length === 0) return chips;
  const platforms = media.filter(
    ({ value, span }) =>
      HELD.has(value) &&
      PLATFORM.test(text.slice(span.start, span.end)) &&
      !ADS.test(text.slice(span.end, span.end + LONGEST)),
  );
  const dropped = new Set<Chip>();
  for (const { span } of creators) {
    let end = span.end;
    for (const one of platforms.filter((other) => other.span.start >= span.end)) {
      const gap = text.slice(end, one.span.start);
      if (!(end === span.end ? ON : JOINT).test(gap)) break;
      dropped.add(one);
      end = one.span.end;
    }
    let start = span.start;
    for (const one of platforms.filter((other) => other.span.end <= span.start).toReversed()) {
      const gap = text.slice(one.span.end, start);
      if (!(start === span.start ? OF : JOINT).test(gap)) break;
      dropped.add(one);
      start = one.span.start;
    }
  }
  return dropped.size === 0 ? chips : chips.filter((chip) => !dropped.has(chip));
}

function isMedium(chip: Chip): chip is Placed {
  return chip.kind === "channel" && !chip.negated && chip.span !== null;
}

/** In characters. */
const LONGEST = 14;

/** Polish declines them, and Arabic joins "and" to its word. */
const PLATFORM =
  /^(?:you ?tub\p{L}{1,4}|tik ?tok\p{L}{0,3}|insta(?:gram\p{L}{0,3})?|facebook\p{L}{0,3}|fb|ig|snap(?:chat)?\p{L}{0,3}|twit(?:ch|ter)\p{L}{0,3}|linked ?in|pinterest|reels|ユーチューブ|ティックトック|インスタ(?:グラム)?|و?(?:ال)?(?:يوتيوب|تيك ?توك|[إا]نستغرام|[إا]نستقرام|[إا]نستجرام|[إا]نستا|سناب ?شات|سناب|فيسبوك))$/iu;

import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import { isDestination, isWhereGoodsAre } from "../misleading/located-goods.ts";
import { isOfGoods } from "../misleading/named-goods.ts";
import { isOfAuthor } from "./authors.ts";
import { isJustBefore, isNation, isNationInArabic, isOfTrade } from "./nationals.ts";
import { isWhereItWas } from "./origins.ts";
import { firstOfList, nextOfList } from "./place-lists.ts";
import { isOfRefusedMedia } from "./refused-media.ts";

/** A preposition is at most this many characters before its place: "in the whole of". */
const NEAR = 14;
/** "To 10 September, Jeddah": another sentence, or another number, is between. */
const PARTED = /[.!?\n。؟:：]|\d/;
/** In characters. */
const DELIVERED = 20;
/** The ids of places where something comes from or goes to. */
const ELSEWHERE = 0.4;

/** "Mexican audience", "posters at German stations": where a nation's people or places are spoken of, they are demanded. */
const OF_PEOPLE = 2.1;

function isBeside(one: Mention, place: Mention): boolean {
  return one.to === place.from || one.from === place.to;
}

/** "Turkish families in Berlin", "Portuguese people who live in Switzerland": a nation's people who are elsewhere. */
function isOfThoseAbroad(
  place: Mention,
  text: string,
  { scope, content }: Pick<Mentions, "scope" | "content">,
): boolean {
  if (LIVING_IN.test(text.slice(0, place.start))) return true;
  const people = [...scope, ...content].filter((one) => isBeside(one, place) && isOfPeople(one));
  return isFollowedByPlace(Math.max(place.to, ...people.map((one) => one.to)), place, text, { scope, content });
}

/** "In American cinemas only", "nur polnische Kinos". */
function isOfOnlyMedia(place: Mention, text: string, { scope, content }: Mentions): boolean {
  const isMedium = (one: Mention) => one.senses.some(({ kind, isHint }) => kind === "channel" && !isHint);
  return (
    content.some((one) => isBeside(one, place) && isMedium(one)) &&
    scope.some((one) => has(one, "scope", "exclusive") && isInReach(one, place, text))
  );
}

function isInReach(one: Mention, other: Mention, text: string): boolean {
  const [first, last] = one.end <= other.start ? [one, other] : [other, one];
  return last.start - first.end <= REACH && !PARTED.test(text.slice(first.end, last.start));
}

/** In characters. */
const REACH = 40;

/** العطور الفرنسية للنساء: an adjective follows its noun, and "for women" is a word. */
function isAddressed(people: Mention, place: Mention, text: string): boolean {
  return people.start >= place.end && ADDRESSED.test(text.slice(people.start));
}

const ADDRESSED = /^\s?لل/u;

function isOfPeople(one: Mention): boolean {
  return has(one, "scope", "people") || has(one, "audience");
}

/** Right behind what is said of people, a preposition and another place. */
function isFollowedByPlace(
  to: number,
  place: Mention,
  text: string,
  { scope, content }: Pick<Mentions, "scope" | "content">,
): boolean {
  const isWho = scope.some((one) => one.from >= to && one.from - to <= 1 && WHO.some((id) => has(one, "scope", id)));
  const where = scope.find(
    (one) =>
      one.from >= to &&
      one.from - to <= (isWho ? LIVING : 0) &&
      (has(one, "scope", "locator") || has(one, "scope", "on-place")),
  );
  if (isPeopleOf(place, text, { scope, content })) return true;
  if (!where || has(where, "scope", "destination")) return false;
  return content.some(
    (one) =>
      one.from >= where.to &&
      one.from - where.to <= 1 &&
      !PARTED.test(text.slice(place.end, one.start)) &&
      isPlaceName(one),
  );
}

/** "Les Italiens de Belgique": a people by a noun of its own, and right behind it where they are. */
function isPeopleOf(
  { from, to, end }: Mention,
  text: string,
  { scope, content }: Pick<Mentions, "scope" | "content">,
): boolean {
  return (
    scope.some((one) => one.from === from && one.to === to && has(one, "scope", "nationals")) &&
    content.some((one) => one.start > end && OF_PLACE.test(text.slice(end, one.start)) && isPlaceName(one))
  );
}

const OF_PLACE = /^\s(?:de|du|des|del|di|della|do|da|dos)\s(?:la\s)?$|^\sd['’]$/iu;

function isPlaceName({ senses }: Mention): boolean {
  return senses.some(({ kind, isHint }) => !isHint && (kind === "country" || kind === "region" || kind === "city"));
}

/** 「日本人向け」, للسعوديين: for a nation's people, in one word. */
function isBroughtFor({ start, end }: Mention, text: string): boolean {
  const word = text.slice(start, end);
  return FOR_THEM.test(word) || (word.endsWith("人") && FOR_PEOPLE.test(text.slice(end)));
}

const FOR_THEM = /^\s?لل.+ين$/u;
const FOR_PEOPLE = /^(?:向け|むけ|を対象|に向け|のため)/u;

/** 「日本に住むブラジル人」 */
const LIVING_IN = /(?:に住む|に暮らす|で暮らす|在住の?|在[日米英独仏伊韓中加豪])$/u;
const THOSE = /^の(?:方|人|皆)/u;
/** In tokens: "who live", with a comma before it. */
const LIVING = 3;
/** "Who live in", "settled in". */
const WHO = ["relative", "settled"] as const;

/** "For Argentinians": a nationality that stands alone is its people. */
const ALONE = /^\s*(?:$|[.,;:!?()،。、]|\n)/;

/** Too little for a demand. */
const MISSPELT = 0.6;

/** In a text written with capitals, what is but like a name has one: `chaîne` is not China, nor Portuguese `sete` Sète. */
function isUnlikelyName(place: Mention, text: string): boolean {
  if (!/^\s*\p{Lu}/u.test(text) || !/^\p{Ll}/u.test(text.slice(place.start))) return false;
  return place.certainty === CERTAINTY.typingError || place.certainty === CERTAINTY.foreign;
}

/** "Polska marka": in a text written with capitals, what has none is not the country. */
function isPolishAdjective({ start, end }: Mention, text: string): boolean {
  return text.slice(start, end) === "polska" && /\p{Lu}/u.test(text);
}

/** "People who ski, from Germany, Austria and Switzerland": behind a comma it says where they live. */
const APART = /[,;(–—-]\s*$/;

/** "Vendemos lana de Soria": of what is sold, the word before a place says where it is from. */
function isOriginOfWare({ start }: Mention, text: string, scope: readonly Mention[]): boolean {
  if (!FROM.test(text.slice(0, start))) return false;
  const sells = scope.findLast(
    (one) => one.end <= start && (has(one, "scope", "sells") || has(one, "scope", "produces")),
  );
  if (!sells || PARTED.test(text.slice(sells.end, start))) return false;
  const between = scope.filter((one) => one.start >= sells.end && one.end <= start);
  return !between.some((one) => OF_BUYERS.some((id) => has(one, "scope", id)));
}

const FROM = /(?:^|[\s'’])(?:de|du|des|d|di|da|do|dos|das|del|della|dal|dalla|von|van|z|ze|from|aus|uit)[\s'’]$/iu;
/** "Every country we sell in, with the exception of Canada": what is excepted is no origin either. */
const OF_BUYERS = ["seeks", "aim", "people", "exclusive", "delivers", "negator"] as const;

/** 「イタリア産」: where it comes from follows the place. */
const ORIGIN = /^(?:産|製|生まれ|仕込み)/;

/** 「ミラノの見本市のあと」「ベルゲンの焙煎所が」「ポーランドで印刷しています」: where something was held, is, or is made. */
const HELD_OR_MADE =
  /^(?:の[^、。！？\n]{0,12}(?:見本市|展示会|学会|フェア|会議)(?:のあと|の後|の前|で|に)|での?(?:テスト|試験|試み|実証|発売|成功)(?:のあと|の後|に続|を受け)|の[^、。！？\n]{0,10}(?:焙煎所|工房|工場|事務所|本社|蒸留所)[がはも]|で(?:印刷|製造|生産|縫製|焙煎))/u;

/** 「ハワイやグアムへの旅行」 */
const TRIP_TO = /^(?:[やと・、][^、。！？\n]{1,8})?への?(?:旅行|ツアー|旅|クルーズ)/u;

/** 「ドイツソーセージ」: Japanese names a ware by its country without a word between them. */
function isOfWare(place: Mention, content: readonly Mention[]): boolean {
  return (
    place.from + 1 === place.to &&
    content.some(
      (one) => one.from === place.from && one.start === place.end && one.senses.every(({ kind }) => kind === "topic"),
    )
  );
}

/** "Inventory from Poland", "publishers from Spain". */
const OF_MEDIA = ["advertising", "medium-label"] as const;

/** "To advertise in Poland" is no journey to it. */
const PLACING = ["destination", "locator", "aim", "aim-now"] as const;

/** Whether people are to be reached at a place, or go to it, or something comes from it. */
export function placeCertaintyOf(place: Mention, text: string, mentions: Mentions): number {
  const { scope, content } = mentions;
  const isAdjective = isPolishAdjective(place, text);
  if (isAdjective || place.senses.every(({ isHint }) => isHint)) {
    const ofNation = certaintyOfNation(place, text, mentions);
    if (ofNation !== undefined) return ofNation;
  }
  if (isAdjective) return ELSEWHERE;
  if (isUnlikelyName(place, text)) return MISSPELT;
  // 「ドイツ国内」 is within Germany.
  if (
    text.slice(place.start, place.end) === "国内" &&
    content.some((one) => one.end === place.start && isPlaceName(one))
  )
    return ELSEWHERE;
  if (text.slice(place.start, place.end) === "Polen" && isFollowedByPlace(place.to, place, text, mentions))
    return ELSEWHERE;
  if (isWhereGoodsAre(place, text, mentions) || isDestination(place, text, mentions)) return ELSEWHERE;
  if (isOriginOfWare(place, text, scope) || isOfGoods(place, text, mentions)) return ELSEWHERE;
  if (isWhereItWas(place, text) || isOfAuthor(place, text, mentions) || isOfOrigin(place, text, content))
    return ELSEWHERE;
  const before = scope.filter(
    ({ start, end }) =>
      start < place.start &&
      place.start - end <= NEAR &&
      end <= place.start &&
      !PARTED.test(text.slice(end, place.start)),
  );
  // "Every country we sell to except India": where the others are is no word of what is excepted.
  const excepting = before.findLast((one) => has(one, "scope", "negator"))?.end ?? 0;
  const nearest: Mention | undefined = before.findLast(
    (one) => one.end > excepting && PLACING.some((id) => has(one, "scope", id)),
  );
  if (!nearest) {
    // "Expands to Poland, Brazil and England".
    const first = firstOfList(place, text, content);
    return first === place ? 1 : placeCertaintyOf(first, text, mentions);
  }
  if (APART.test(text.slice(0, nearest.start)) && isPassageOnPeople(nearest, text, scope)) return 1;
  // "Car buyers from Italy" live there, "Indians from Kerala in Dubai" do not; wine from Italy comes from there.
  if (scope.some((one) => one.to === nearest.from && OF_MEDIA.some((id) => has(one, "scope", id)))) return 1;
  if ([...scope, ...content].some((one) => one.to === nearest.from && isOfPeople(one)))
    return has(nearest, "scope", "destination") && isFollowedByPlace(place.to, place, text, mentions) ? ELSEWHERE : 1;
  if (!has(nearest, "scope", "destination") || has(nearest, "scope", "locator")) return 1;
  // "To Norway we deliver nothing": where a shop delivers to is its market.
  const isDelivered = scope.some((one) => has(one, "scope", "delivers") && distance(one, place) <= DELIVERED);
  return isDelivered ? 1 : ELSEWHERE;
}

/** "German, Dutch and Danish families": a list has few. */
const LISTED = 3;

/** "Mexican audience", "for Argentinians": of a nationality, its people; undefined if it says nothing of people. */
function certaintyOfNation(place: Mention, text: string, mentions: Mentions, deep = LISTED): number | undefined {
  const { scope, content } = mentions;
  if (isOfThoseAbroad(place, text, mentions)) return 1;
  if (isOfOnlyMedia(place, text, mentions) || isOfRefusedMedia(place, text, mentions)) return OF_PEOPLE;
  const isBesidePeople =
    scope.some((one) => isBeside(one, place) && has(one, "scope", "people")) ||
    content.some((one) => isBeside(one, place) && has(one, "audience") && !isAddressed(one, place, text));
  const isForThem = scope.some(
    (one) => isJustBefore(one, place, text) && (has(one, "scope", "closer") || has(one, "scope", "seeks")),
  );
  const isAtVenue =
    scope.some((one) => isBeside(one, place) && has(one, "scope", "venue")) &&
    content.some((one) => has(one, "channel"));
  const isMeant =
    isBesidePeople ||
    isAtVenue ||
    isBroughtFor(place, text) ||
    isNation(place, text, mentions) ||
    isNationInArabic(place, text, mentions) ||
    isOfTrade(place, text, mentions) ||
    (isForThem && ALONE.test(text.slice(place.end)));
  if (isMeant) return OF_PEOPLE;
  const next = deep > 0 ? nextOfList(place, text, content) : undefined;
  const isAlike = next?.senses.every(({ isHint }) => isHint);
  return next && isAlike ? certaintyOfNation(next, text, mentions, deep - 1) : undefined;
}

/** By what Japanese says behind a place. */
function isOfOrigin(place: Mention, text: string, content: readonly Mention[]): boolean {
  const behind = text.slice(place.end);
  return (
    ORIGIN.test(behind) ||
    HELD_OR_MADE.test(behind) ||
    TRIP_TO.test(behind) ||
    isOfWare(place, content) ||
    (THOSE.test(behind) && LIVING_IN.test(text.slice(0, place.start)))
  );
}

function distance(one: Mention, other: Mention): number {
  return one.end <= other.start ? other.start - one.end : one.start - other.end;
}

/** Its sentence speaks of those who are sought. */
function isPassageOnPeople({ start }: Mention, text: string, scope: readonly Mention[]): boolean {
  const from = Math.max(...[".", "!", "?", "\n", "。"].map((end) => text.lastIndexOf(end, start - 1)));
  return scope.some(
    (one) => one.start > from && one.start < start && (has(one, "scope", "people") || has(one, "scope", "seeks")),
  );
}

import { has, type Mention } from "../mention.ts";
import { type Before, isDemandable } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { isStrict, PREFERRED, withdraw } from "../stance.ts";

/** In characters, what is looked at on either side of a name. */
const WITHIN = 40;

/** 「商材：液晶テレビ」, 「新製品はワイヤレスラジオです」, "المنتج: أجهزة راديو": what is advertised, to the end of the clause. */
const WARE_AHEAD =
  /(?:(?:商材|商品|製品|取扱商品|業種)[:：]\s?|(?:新製品|新商品|商材|商品|製品|弊社|当社)は|(?:المنتج|المنتجات|السلعة):?\s|منتجنا:?\s|منتجاتنا:?\s)[^。、.،:：\n\u3000]{0,24}$/u;
/** Whose it is. */
const CLIENT_AHEAD =
  /(?:(?:クライアント|広告主|依頼主|得意先)(?:は|が|[:：])\s?|(?:^|[\s،.])(?:عميلنا|العميل|زبوننا|المعلن):?\s(?:من|في|شركة|علامة|هو|هي)\s)[^。、.،:：\n\u3000]{0,16}$/u;
const CLIENT_BEHIND = /^(?:局|会社|社|メーカー|番組)?の(?:クライアント|広告主|案件)/u;
const FIRM_AHEAD = /(?:^|[\s،.:])(?:و?نحن\s)?(?:شركة|شركتنا|متجر|متجرنا|مصنع|استوديو|ناشر)\s$/u;
const FIRM_BEHIND =
  /^(?:の)?(?:企業|会社|ブランド|メーカー|クライアント|スタートアップ|航空会社|銀行|系企業|発の?ブランド|産|製)/u;
/** 「ラジオを聴く人」, 「テレビを見ない若者」, "مستمعي الراديو": who uses a medium. */
const USERS_BEHIND =
  /^(?:(?:を|が|は|も)?(?:よく|毎日|普段|あまり|全く|ほとんど)?(?:聴|聞|見|観|読|視聴|購読|プレイ)[^。、\n]{1,6}(?:人|方|層|若者|世代|学生|主婦|女性|男性|シニア|ドライバー|ファミリー)|の?(?:リスナー|視聴者|読者|ユーザー|ファン)(?:に|を|へ|の|層|向け))/u;
const USERS_AHEAD =
  /(?:^|\s)[لو]?(?:ال)?(?:مستمعي|مستمعو|مستمعين|مشاهدي|مشاهدو|قراء|متابعي|مستخدمي|عشاق|محبي|هواة|لاعبي)\s(?:ال)?$/u;
/** 「フランスのワインを日本で」: where a ware is from, with where it is sold behind it. */
const GOODS_BEHIND = /^の(?!企業)[^。、\n]{1,12}を[^。、\n]{0,2}$/u;
const SOLD_BEHIND = /^(?:国内|市場)?(?:で|に|へ|向け)/u;
/** "السياحة في اليابان، الجمهور في الإمارات": where the audience goes, and where it is. */
const TRAVEL_AHEAD = /(?:السياحة|سياحة|السفر|رحلات|عطلات|الدراسة|عقارات|العقارات|منتجعات|فنادق)\s(?:في|إلى)\s$/u;

/** What a brief in Japanese or Arabic says of its ware, its client and whom it seeks demands neither a medium nor a market. */
export function leaveWaresAndPeople(before: Before): void {
  const { tokens, content } = before;
  const named = content.filter((one) => (has(one, "channel") || isPlace(one)) && isDemandable(one));
  const isLatin = (one: Mention) => /^[a-z]/.test(tokens[one.from]?.plain ?? "");
  if (named.every(isLatin) && !tokens.some(({ kind }) => kind === "japanese")) return;
  const idle = new Set(named.filter((one) => !isStrict(one, before) && isIdle(one, named, before)));
  for (const one of idle) {
    const isOther = (other: Mention) =>
      !idle.has(other) && isPlace(other) === isPlace(one) && isWanted(other, before) && other.start !== one.start;
    if (!isWare(one, before.text) && !named.some(isOther)) continue;
    // "A games studio" is about games.
    if (has(one, "topic")) before.stances.set(one, PREFERRED);
    else withdraw(one, before);
  }
}

function isWanted(one: Mention, { stances }: Before): boolean {
  const stance = stances.get(one);
  return !stance?.negated && !stance?.withdrawn;
}

function isWare(one: Mention, text: string): boolean {
  return !isPlace(one) && WARE_AHEAD.test(text.slice(Math.max(0, one.start - WITHIN), one.start));
}

function isIdle(one: Mention, named: readonly Mention[], { text }: Before): boolean {
  const ahead = text.slice(Math.max(0, one.start - WITHIN), one.start);
  const behind = text.slice(one.end, one.end + WITHIN);
  if (CLIENT_AHEAD.test(ahead) || WARE_AHEAD.test(ahead)) return true;
  if (!isPlace(one))
    return CLIENT_BEHIND.test(behind) || USERS_BEHIND.test(behind) || USERS_AHEAD.test(ahead) || FIRM_AHEAD.test(ahead);
  const next = named.find((other) => other.start >= one.end && isPlace(other));
  const isSoldIn =
    next && GOODS_BEHIND.test(text.slice(one.end, next.start)) && SOLD_BEHIND.test(text.slice(next.end, next.end + 6));
  return isSoldIn === true || FIRM_BEHIND.test(behind) || TRAVEL_AHEAD.test(ahead);
}

import type { Mention } from "../../mention.ts";
import type { Page } from "../surroundings.ts";
import { holdsAny, listed, plainly } from "../word-lists.ts";

/** In characters: no clause about a ware is longer. */
const FURTHEST = 48;
const APART = /[.,;:!?\n|/()（）。、，،؛؟+&=]|\s[-–—]\s|\s(?:and|und|et|y|e|en|i)\s/u;

/** A clause that tells of media or of paying for them asks for no price of wares. */
const OF_MEDIA = listed(`
campaign*, advert*, promot*, ads, ad, pay, pays, paid, spend*, bid, bids, bidding, invest*, media, price cap, rate, rates, impression*, budget*, launch*
kampagne*, werb*, bewerb*, zahl*, bezahl*, ausgeben, ausgaben, gebot*, biet*, invest*, media, mediapreis*, etat*, budget*
campagne*, pub, pubs, publicit*, promo*, payer, payons, dépens*, enchér*, invest*, média*, budget*, tarif*
campaña*, publici*, promoc*, promocion*, pagar, pagamos, gast*, puja*, inver*, medios, presupuest*, tarifa*
campagn*, pubblicit*, promo*, pagare, paghiamo, spend*, spes*, offert*, invest*, mezzi, budget*, tariff*
campanha*, publici*, promo*, pagar, pagamos, gast*, lance*, invest*, mídia, meios, verba*, orçament*, tarifa*
campagne*, adverte*, reclame*, promo*, betal*, uitgeven, bied*, bod, invest*, media, budget*, tarief*
kampani*, reklam*, promo*, płac*, zapłac*, wyda*, stawk*, inwest*, media, mediów, budżet*
広告, キャンペーン, 予算, 支払, 出稿, 入札, 投資, 宣伝, 媒体
حملة, الحملة, إعلان*, الإعلان*, ندفع, ميزانية, نستثمر, ترويج*
`);
/** What is sold to eat, which is no subject of its own. */
const MENUS = listed(`
menu, menus, meal, meals, meal deal, dish, dishes
menü, menüs, mittagsmenü*, gericht, gerichte, mahlzeit*
menu, menus, formule, formules, plat, plats
menú, menús, plato, platos
menù, menu, piatto, piatti
menu, menus, ementa*, prato, pratos
menu, menu's, maaltijd*, gerecht, gerechten
menu, zestaw, zestawy, danie, dania
メニュー, 定食, セット
وجبة, وجبات, قائمة طعام
`);
/** Right before an amount: what a thing is to be had for. */
const FOR =
  /(?:\s(?:worth|valued at|priced at|at|for|für|um|im wert von|à|pour|d'une valeur de|a|por|de|per|da|voor|van|ter waarde van|za|o wartości)|بسعر|بقيمة|بمبلغ|ب)\s?(?:only|just|nur|seulement|solo|só|slechts|tylko)?\s?\p{Sc}?$/iu;
/** 「1億円の住宅」 */
const JAPANESE_OF = /^\s?(?:円|ドル|ユーロ)?(?:以上|以下|以内|未満|まで|超|台)?の/u;

/** "Sneakers under $100", "menu for less than 10 euros", "flats worth £500,000": what a ware costs, and not what media may. */
export function isPriceOfWares(start: number, end: number, isBound: boolean, page: Page): boolean {
  const before =
    page.text
      .slice(Math.max(0, start - FURTHEST), start)
      .split(APART)
      .at(-1) ?? "";
  const behind = page.text.slice(end, end + FURTHEST).split(APART)[0] ?? "";
  const within = page.content.filter((one) => one.start >= start - before.length && one.end <= end + behind.length);
  if (within.some(isOfMarket)) return false;
  const isOf = JAPANESE_OF.test(behind);
  const isWare = (one: Mention) => isSubject(one) && (isOf ? one.start >= end : one.end <= start);
  if (!(isBound || isOf || FOR.test(` ${before}`))) return false;
  if (!within.some(isWare) && !holdsAny(plainly(before), MENUS)) return false;
  return !holdsAny(plainly(`${before} # ${behind}`), OF_MEDIA);
}

function isSubject({ senses }: Mention): boolean {
  return senses.some(({ kind, isHint }) => kind === "topic" && !isHint);
}

const OF_MARKET: ReadonlySet<string> = new Set([
  "channel",
  "format",
  "property",
  "country",
  "region",
  "city",
  "language",
]);

function isOfMarket({ senses }: Mention): boolean {
  return senses.some(({ kind }) => OF_MARKET.has(kind));
}

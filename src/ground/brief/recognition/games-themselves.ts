import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";

const GAMING_ADS = "gaming-ads";
/** "Console-games", "gaming", "roleplaying": subjects that are games. */
const GAMES = /(?:games|gaming|esports|roleplaying)$/;

/** What makes it a place for ads: they stand in a game, or while it is played. */
const INSIDE: ReadonlySet<string> = new Set(
  [
    "in inside within while during between when before after level levels loading play playing plays screen screens banner banners",
    "billboard billboards reward rewarded slot slots on im innerhalb wahrend zwischen beim wenn spielen dans pendant entre quand en",
    "dentro durante mientras cuando nel nei nella nelle mentre tra quando no na nos nas enquanto em binnen tijdens tussen als bij",
    "w wewnatrz podczas miedzy gdy przy داخل في ضمن خلال اثناء بين عند",
  ].flatMap((words) => words.split(" ")),
);
const ADS: ReadonlySet<string> = new Set(
  [
    "ad ads advert adverts advertising advertisement advertisements media placement placements inventory spot spots channel",
    "werbung anzeige anzeigen werbeplatze publicite publicites pub pubs annonce annonces publicidad anuncios anuncio pubblicita",
    "annunci publicidade advertenties reclame reklama reklamy reklame اعلان اعلانات الاعلانات",
  ].flatMap((words) => words.split(" ")),
);
const FOR: ReadonlySet<string> = new Set(
  "for fur pour para per voor dla about of von de du di do da van ل عن".split(" "),
);
const INSIDE_IN_JAPANESE = /内|中|広告|枠|バナー|プレイ|合間|画面/u;

/** In tokens. */
const BEFORE = 3;
const BEHIND = 2;

/** "We advertise our video game", "スマホゲームの新作": the game is the ware, or what people do, and not where the ads are. */
export function isGameItself(found: Mention, tokens: readonly Token[], content: readonly Mention[]): boolean {
  if (!has(found, "channel", GAMING_ADS)) return false;
  const games = content.filter(
    (one) =>
      one.end > found.start &&
      one.start < found.end &&
      one.senses.some(({ kind, id }) => kind === "topic" && GAMES.test(id)),
  );
  if (games.length === 0) return isOnShirts(found, tokens) || content.some((one) => isMatch(one, found));
  return !isInGame(found, tokens);
}

/** "Ads in video games", 「ゲーム内の広告」 */
export function isInGame({ from, to }: Pick<Mention, "from" | "to">, tokens: readonly Token[]): boolean {
  const near = tokens.slice(Math.max(0, from - BEFORE), to + BEHIND);
  const isInside = ({ kind, text, plain }: Token) =>
    kind === "japanese" ? INSIDE_IN_JAPANESE.test(text) : INSIDE.has(plain);
  return near.some(isInside) || (near.some(({ plain }) => ADS.has(plain)) && !near.some(({ plain }) => FOR.has(plain)));
}

/** Portuguese "um jogo de futebol" is a match. */
function isMatch(one: Mention, { start, end }: Mention): boolean {
  const isLonger = one.end - one.start > end - start;
  return isLonger && one.start <= start && one.end >= end && one.senses.some(({ kind }) => kind === "topic");
}

/** "Football team shirt sponsorship". */
function isOnShirts({ from, to }: Mention, tokens: readonly Token[]): boolean {
  return tokens.slice(Math.max(0, from - 1), to + 1).some(({ plain }) => SHIRTS.has(plain));
}

const SHIRTS: ReadonlySet<string> = new Set(
  "shirt shirts jersey jerseys kit kits trikot trikots maillot maillots camiseta camisetas maglia maglie camisola camisolas shirtsponsor koszulka koszulki koszulkach".split(
    " ",
  ),
);

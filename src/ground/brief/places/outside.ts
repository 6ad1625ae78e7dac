import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isDemandable, isIn, isRefusing, type Span } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { areJoinedBy } from "../polarity/rejections.ts";
import { DEMANDED_ALONE, WANTED, withdraw } from "../stance.ts";

/** A place is at most this many tokens behind "outside of the". */
const NEAR = 3;
/** 「日本の外は不要です」: in Japanese "outside" follows the place, and the refusal ends the sentence. */
const JAPANESE =
  /^(?:以外|の外|国外|外)(?:では|には|へは|は|に|で|(?:への|での|の)(?:ご?提案|案|枠|広告|媒体|もの|話|配信|掲載|出稿|露出|展開|販売)は)、?[^。！？\n]{0,14}?(?:ません|ない|不要|不可|結構です|対象外|なし|無し|NG)/u;
/** 「テレビ以外、ドイツ以外の提案は不要です」: of the first of two. */
const JAPANESE_FIRST =
  /^以外[、やと][^。！？\n、]{1,12}以外(?:の[^。！？\n、]{1,6})?は、?[^。！？\n]{0,8}?(?:ません|ない|不要|不可|結構です|対象外|なし|無し|NG)/u;
/** No ending of `JAPANESE` is further on. */
const LONGEST = 32;

/** "Outside Japan, nothing", "fuori dall'Italia non ci interessa": all that is wanted is inside. */
export function keepInside(before: Before): void {
  for (const little of before.scope) if (has(little, "scope", "outside")) keep(little, before);
  const { text, content } = before;
  for (const place of content.filter(isPlace)) {
    const behind = JAPANESE.exec(text.slice(place.end, place.end + LONGEST));
    const end = place.end + (behind?.[0].length ?? 0);
    if (behind && !content.some((one) => one.start >= place.end && one.start < end)) want([place], before);
  }
  const isFirst = ({ end }: Mention) => JAPANESE_FIRST.test(text.slice(end, end + LONGEST));
  want(
    content.filter((one) => isDemandable(one) && isFirst(one)),
    before,
  );
}

function keep(little: Mention, before: Before): void {
  const clause = clauseOf(little, before.tokens);
  const places = before.content.filter((one) => isPlace(one) && one.start >= little.end && isIn(clause, one));
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || first.from - little.to > NEAR) return;
  // Dutch "buiten" is also "outdoors".
  for (const one of before.content) if (one.from === little.from && !isPlace(one)) withdraw(one, before);
  const isWanted = isDeniedBefore(little, before) || (!isSearching(little, before) && isDenied(last, before));
  if (isWanted) return want(places, before);
  keepWhereUseful(first, clause, before);
}

/** "Outside Poland and Czechia a campaign for pharmacies is no use": what it would be about is not refused either. */
function keepWhereUseful(first: Mention, clause: Span, { text, content, stances }: Before): void {
  const inside = [first];
  for (const one of content.filter(isPlace)) {
    const { end } = inside.at(-1) ?? first;
    if (one.start >= end && isIn(clause, one) && areJoinedBy(text.slice(end, one.start))) inside.push(one);
  }
  const { end } = inside.at(-1) ?? first;
  if (!POINTLESS.test(text.slice(end, clause.end))) return;
  for (const one of inside) stances.set(one, DEMANDED_ALONE);
  for (const one of content)
    if (isIn(clause, one) && one.start >= end && stances.get(one)?.negated) stances.set(one, WANTED);
}

const POINTLESS =
  /makes? no sense|(?:is|are) (?:no use|pointless|wasted)|(?:nützt|nutzt|bringt|hat|macht|ergibt)(?: \p{L}+){0,8}? (?:nichts|keinen sinn)|n['’](?:a|ont) (?:aucun|pas de) sens|ne ser(?:t|vent) à rien|no tienen? sentido|no sirven? de nada|non (?:ha|hanno) senso|non serv(?:e|ono) a (?:niente|nulla)|não (?:faz|fazem) sentido|não servem? de nada|(?:heeft|hebben)(?: \p{L}+){0,8}? geen zin|nie (?:ma|mają) sensu|لا معنى|لا فائدة|لا جدوى/iu;

/** "We look for partners outside Spain" does not mean Spain. */
function isSearching(little: Mention, { tokens, scope }: Before): boolean {
  const clause = clauseOf(little, tokens);
  return scope.some(
    (one) =>
      one.end <= little.start && isIn(clause, one) && (has(one, "scope", "seeks") || has(one, "scope", "everywhere")),
  );
}

/** "Nothing outside Japan", "we don't trade outside Denmark". */
function isDeniedBefore(little: Mention, { tokens, content, scope }: Before): boolean {
  const clause = clauseOf(little, tokens);
  const isNext = (one: Mention) =>
    one.end <= little.start &&
    isIn(clause, one) &&
    !content.some((other) => isDemandable(other) && other.start >= one.end && other.end <= little.start);
  return scope.some(
    (one) => isNext(one) && (has(one, "scope", "nothing") || (isRefusing(one) && !has(one, "scope", "without"))),
  );
}

/** The rest of its clause, or a clause behind a comma at once, denies without an object: "outside Japan we do nothing". */
function isDenied(last: Mention, { tokens, content, scope }: Before): boolean {
  const behind = tokens[last.to]?.text === "," ? tokens[last.to + 1] : undefined;
  const edge = behind ?? tokens[last.to - 1];
  if (!edge) return false;
  const from = tokens.indexOf(edge);
  const { end } = clauseOf({ ...last, from, to: from + 1 }, tokens);
  const rest = { start: last.end, end };
  return (
    scope.some((one) => isIn(rest, one) && (isRefusing(one) || has(one, "scope", "nothing"))) &&
    !content.some((one) => isIn(rest, one))
  );
}

function want(places: readonly Mention[], { stances }: Before): void {
  for (const one of places) stances.set(one, DEMANDED_ALONE);
}

import { lineOf, type Sense } from "../lexicon/lexicon.ts";
import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";

/** Who runs a place where others buy or are served is in its trade. Of wares ("owners of watches") this is not so. */
const TRADES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "pharmacy-trade": "pharma",
    hospitality: "dining-out bars-restaurants hotels bed-and-breakfast nightlife",
    "fitness-trade": "fitness yoga",
    "beauty-trade": "haircare beauty nails",
    "retail-trade": "grocery malls flower-shopping diy stationery",
    "food-trade": "baking confectionery meat",
    dentistry: "dental",
    "healthcare-trade": "eldercare optics",
    "veterinary-trade": "veterinary",
    "automotive-trade": "car-repair tyres",
  }).flatMap(([trade, places]) => places.split(" ").map((place) => [place, trade] as const)),
);

const LINKS: ReadonlySet<string> = new Set(
  "of the de d du des la le les l el los las di del dei degli della delle do da dos das von der den van het w".split(
    " ",
  ),
);
/** "Directeurs techniques de pharmacies": at most so many words that are no link. */
const MOST_BETWEEN = 1;
const FARTHEST = 4;
const JAPANESE_LINK = /^の?$/u;

/** "Owners of restaurants", "pharmacy managers": people at work, and no guests or patients. */
export function withOwners(
  content: readonly Mention[],
  scope: readonly Mention[],
  tokens: readonly Token[],
): readonly Mention[] {
  const owners = [...scope.filter((one) => has(one, "scope", "owners")), ...content.filter(isInCharge)];
  if (owners.length === 0) return content;
  return content.map((mention) => {
    const trades = mention.senses.flatMap(({ kind, id }) => (kind === "topic" ? (TRADES.get(id) ?? []) : []));
    const [trade] = trades;
    if (trade === undefined || !owners.some((owner) => isRunBy(owner, mention, tokens))) return mention;
    return { ...mention, senses: sensesOf(trade) };
  });
}

function isInCharge(mention: Mention): boolean {
  return has(mention, "audience", "decision-makers") || has(mention, "audience", "executives");
}

function isRunBy(owner: Mention, place: Mention, tokens: readonly Token[]): boolean {
  if (tokens[place.from]?.kind === "japanese") return isBehindJapanese(owner, place, tokens);
  // English: "restaurant owners".
  if (owner.from === place.to && owner.start > place.start) return true;
  if (owner.to > place.from || place.from - owner.to > FARTHEST) return false;
  const between = tokens.slice(owner.to, place.from);
  return (
    between.every(({ kind }) => kind === "word") &&
    between.some(({ plain }) => LINKS.has(plain)) !== (between.length === 0) &&
    between.filter(({ plain }) => !LINKS.has(plain)).length <= MOST_BETWEEN
  );
}

function isBehindJapanese(owner: Mention, place: Mention, tokens: readonly Token[]): boolean {
  const token = tokens[place.from];
  if (!token || owner.from !== place.from || owner.start < place.end) return false;
  return JAPANESE_LINK.test(token.text.slice(place.end - token.start, owner.start - token.start));
}

function sensesOf(id: string): Sense[] {
  const line = lineOf("topic", id);
  const own: Sense = { kind: "topic", id, isHint: false };
  return line?.impliesParent && line.parent !== null
    ? [own, { kind: "topic", id: line.parent, isHint: false, isImplied: true }]
    : [own];
}

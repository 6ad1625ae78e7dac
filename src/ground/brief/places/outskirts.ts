import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention } from "../mention.ts";
import { type Before, isIn, sentenceOf } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { isStrict, WANTED } from "../stance.ts";
import { wordSet } from "../word-sets.ts";

/** "Outside", and at most an article or a "von" before the town. */
const NEAR = 1;

/** "Garden centre outside Galway": where a firm is near a town, and "outside Zurich, in Switzerland": the country behind it. */
export function keepOutskirts(before: Before): void {
  const { tokens, content, scope, stances } = before;
  for (const little of scope) {
    if (!has(little, "scope", "outside")) continue;
    const town = content.find((one) => one.from >= little.to && has(one, "city"));
    if (!town || town.from - little.to > NEAR) continue;
    const around = content.filter((one) => isPlace(one) && isBehind(one, town, before));
    for (const one of around) if (!stances.get(one)?.exclusive) stances.set(one, WANTED);
    if (!isSeat(little, tokens)) continue;
    for (const one of content)
      if (one.from === town.from && isPlace(one) && stances.get(one)?.exclusive !== true) stances.set(one, WANTED);
  }
}

/** Behind a comma, in its sentence, the country of the town: nobody looks for people outside of both. */
function isBehind(place: Mention, town: Mention, { text, tokens, scope, stances }: Before): boolean {
  if (place.start <= town.end || !isIn(sentenceOf(town, tokens), place)) return false;
  if (isStrict(place, { stances }) && stances.get(place)?.exclusive) return false;
  const between = text.slice(town.end, place.start);
  const isLocated = scope.some(
    (one) => has(one, "scope", "locator") && place.from - one.to <= 1 && one.end <= place.start && one.start > town.end,
  );
  return (
    between.startsWith(",") && isLocated && countriesOf(town).some((country) => countriesOf(place).includes(country))
  );
}

function countriesOf({ senses }: Mention): readonly string[] {
  return senses.flatMap(({ kind, id }) => (PLACES.has(kind) ? (lineOf(kind, id)?.values ?? []) : []));
}

const PLACES: ReadonlySet<string> = new Set(["city", "country", "region"]);

/** "Just outside Bristol", "a bakery outside York". */
function isSeat({ from }: Mention, tokens: Before["tokens"]): boolean {
  const before = tokens[from - 1]?.plain ?? "";
  return JUST.has(before) || PREMISES.has(before) || COMPOUND.test(before);
}

const JUST = wordSet("just right gleich kurz knapp direkt juste justo appena subito logo mesmo vlak net tuz tuż");

/** German and Dutch write them together with what they are for. */
const COMPOUND =
  /(?:schule|praxis|zentrum|gartnerei|gaertnerei|backerei|laden|hof|werkstatt|center|school|praktijk|centrum|winkel|bakkerij|kwekerij|brouwerij|boerderij)$/u;

const PREMISES = wordSet(
  "centre center nursery school practice clinic bakery farm shop store studio restaurant pub cafe hotel brewery vineyard",
  "winery garage workshop stables gym museum campsite kindergarten surgery dairy orchard park",
  "gartnerei schule praxis hotel museum weingut molkerei",
  "jardinerie pepiniere ecole cabinet clinique boulangerie ferme boutique magasin restaurant brasserie domaine garage",
  "vivero escuela clinica panaderia granja tienda restaurante bodega taller queseria academia",
  "vivaio scuola clinica studio panificio fattoria negozio ristorante cantina officina caseificio agriturismo",
  "viveiro escola padaria quinta loja adega oficina queijaria horto",
  "kwekerij bakkerij boerderij brouwerij manege garage atelier camping tuincentrum",
  "مشتل مخبز عيادة مدرسة مزرعة متجر محل مطعم فندق مركز ناد مصنع",
);

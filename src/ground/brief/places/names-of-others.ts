import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { isAnd } from "../polarity/lists.ts";
import { plainOf, type Token } from "../words.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

/** "Europe/London", "tz: Asia/Tokyo", streets and people that are called like places: none of them is a market. */
export function withoutNamesOfOthers(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  if (!mentions.content.some(isPlace)) return mentions;
  const named = [
    ...zonesIn(text, mentions),
    ...streetsIn(text, mentions),
    ...peopleIn(text, tokens, mentions),
    ...makersIn(tokens, mentions),
  ];
  if (named.length === 0) return mentions;
  const isOutside = ({ start, end }: Mention) => !named.some((name) => start >= name.start && end <= name.end);
  return {
    ...mentions,
    content: mentions.content.filter((one) => isOutside(one) || !isPlace(one)),
    // "Via Parigi" sends nobody away.
    scope: mentions.scope.filter(isOutside),
  };
}

function isPlace({ senses }: Mention): boolean {
  return senses.some(({ kind }) => kind === "country" || kind === "region" || kind === "city");
}

/** Names of time zones, as the IANA has them. */
const ZONE = /(?<![\p{L}/])(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_/-]{2,40}/gu;

/** "Europe/Asia" are two markets. */
function zonesIn(text: string, { content }: Mentions): Range[] {
  return [...text.matchAll(ZONE)]
    .map(({ index, 0: zone }) => ({ start: index, end: index + zone.length }))
    .filter(({ start, end }) => {
      const second = content.filter((one) => one.start > start && one.end <= end);
      return !second.some((one) => has(one, "country") || has(one, "region"));
    });
}

const STREETS: ReadonlySet<string> = new Set(
  "via viale piazza corso vicolo largo rue avenue boulevard quai place calle avenida paseo plaza rua praca travessa ul ulica aleja al plac".split(
    " ",
  ),
);
const STREET_BEFORE = /(?<!\p{L})(?<street>\p{L}{2,9})\.?\s(?:(?:de|di|du|da|do|des|della|del|dei|de la)\s)?$/u;
const NUMBER_BEHIND = /^,?\s(?:n\.?°?\s?)?\d/u;
/** In characters. */
const LONGEST_STREET = 24;

/** "Via Parigi 12", "12 rue de Londres". */
function streetsIn(text: string, { content }: Mentions): Range[] {
  return content.filter(isPlace).flatMap(({ start, end }) => {
    const before = text.slice(Math.max(0, start - LONGEST_STREET), start);
    const found = STREET_BEFORE.exec(before);
    if (!found || !STREETS.has(plainOf((found.groups?.street ?? "").toLowerCase()))) return [];
    const from = start - (before.length - found.index);
    const isNumbered = NUMBER_BEHIND.test(text.slice(end)) || /\d,?\s$/u.test(text.slice(0, from));
    return isNumbered ? [{ start: from, end }] : [];
  });
}

/** What follows the name of a person, behind a comma. */
const ROLES: ReadonlySet<string> = new Set(
  (
    "titolare direttore direttrice amministratore amministratrice responsabile fondatore fondatrice ceo cmo cfo coo founder cofounder owner director manager head president partner " +
    "inhaber inhaberin geschaftsfuhrer geschaftsfuhrerin leiter leiterin grunder grunderin directeur directrice gerant gerante fondateur fondatrice responsable proprietaire " +
    "propietario propietaria dueno duena gerente director directora fundador fundadora dono dona proprietario proprietaria diretor diretora socio socia " +
    "eigenaar eigenares oprichter oprichtster zaakvoerder wlasciciel wlascicielka dyrektor dyrektorka prezes zalozyciel zalozycielka marketing sales"
  ).split(" "),
);

/** "Salvo Russo, titolare di", "Florence Dupont, directrice": two words with capitals that begin a sentence, and what they are. */
function peopleIn(text: string, tokens: readonly Token[], { content }: Mentions): Range[] {
  return content.filter(isPlace).flatMap(({ from, to }) => {
    const isFirst = isName(tokens[from]) && isName(tokens[to]) && to - from === 1;
    const [first, last] = isFirst ? [from, to] : [from - 1, from];
    const [one, other] = [tokens[first], tokens[last]];
    if (!isName(one) || !isName(other) || !(isFirst || to - from === 1)) return [];
    const isOpening = tokens[first - 1] === undefined || /[\n.!,:;–—-]/u.test(tokens[first - 1]?.text ?? "");
    const isRole = tokens[last + 1]?.text === "," && ROLES.has(tokens[last + 2]?.plain ?? "");
    return isOpening && isRole && one && other && !isTown(text.slice(one.start, other.end))
      ? [{ start: one.start, end: other.end }]
      : [];
  });
}

/** Firms and brands that are called like a place, in one word. */
const MAKERS: ReadonlySet<string> = new Set(
  (
    "iberia santander emirates columbia patagonia victoria zurich lancaster malibu springfield brooklyn lincoln philadelphia bavaria tucson hollister alaska " +
    "nevada sierra aruba vichy evian vittel spa sapporo dallas panama oxford cambridge toledo ibiza cordoba leon malaga berkeley kensington orlando dakota " +
    "montana everest himalaya sahara amazonia roma milano florida california arizona texas havana bombay madeira brera"
  ).split(" "),
);
const FOR: ReadonlySet<string> = new Set("for fur pour para per voor dla".split(" "));
const HERE: ReadonlySet<string> = new Set("here hier ici aqui qui tutaj".split(" "));
/** "Patagonia travel" is about the place. */
const OF_PLACES = /travel|holiday|tour|hotel|flight|cruise|hiking|wine|city|beach|ski/;

/**
 * "Podcasts in Germany for Patagonia jackets", "DOOH for Iberia in France": an advertiser's name, where another place is named as well.
 * So is the first of "Havas Germany here: podcasts in Spain".
 */
function makersIn(tokens: readonly Token[], { content }: Mentions): Range[] {
  return content.filter(isPlace).filter((place) => {
    const { from, to } = place;
    const elsewhere = content.filter((one) => one !== place && isPlace(one) && !isListed(one, place, tokens));
    if (to - from !== 1 || elsewhere.length === 0 || !isName(tokens[from])) return false;
    if (HERE.has(tokens[to]?.plain ?? "") && /^[:,.]/.test(tokens[to + 1]?.text ?? ""))
      return isName(tokens[from - 1]) && (from === 1 || tokens[from - 2]?.kind === "break");
    if (!MAKERS.has(tokens[from]?.plain ?? "") || !FOR.has(tokens[from - 1]?.plain ?? "")) return false;
    const next = content.filter((one) => one.from === to);
    return !next.some(({ senses }) => senses.some(({ kind, id }) => kind === "topic" && OF_PLACES.test(id)));
  });
}

/** "For Florida and Texas." */
function isListed(one: Mention, other: Mention, tokens: readonly Token[]): boolean {
  const [first, last] = one.from < other.from ? [one, other] : [other, one];
  const between = tokens.slice(first.to, last.from);
  return between.length <= 1 && between.every(({ kind, plain }) => kind === "break" || isAnd(plain));
}

function isName(token: Token | undefined): boolean {
  return token?.isCapital === true && token.isAllCapitals !== true;
}

/** "New York, sales team". */
function isTown(name: string): boolean {
  return lineOf("city", name.toLowerCase().replaceAll(" ", "-")) !== undefined;
}

import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { isPlace } from "../polarity/lists.ts";

/** Wares that are called after where they are made, or by whom. */
const WARES: ReadonlySet<string> = new Set(
  `meat seafood dairy confectionery ice-cream snacks wine natural-wine beer alcohol sake coffee tea soft-drinks spices fruit-vegetables pizza
  breakfast baking shoes running-shoes accessories outerwear jewellery watches perfume handbags bath-shower furniture mattresses pottery
  musical-instruments cigars`.split(/\s+/),
);
/** What the writers say of where their things or they themselves are from. */
const MADE =
  /^[-\s](?:style|inspired|themed|made|grown|brewed|born|owned|bred|built|designed|sourced|listed|roasted|distilled)(?!\p{L})/iu;
const BASED =
  /^[-\s](?:based|headquartered|registered)\s(?:\p{L}+\s){0,2}?(?:brand|company|firm|agency|client|start-?up|retailer|manufacturer|advertiser|business|shop|maker|label|team|bank|charity|publisher|distillery|brewery|bakery)(?!\p{L})/iu;
/** "Cotoletta alla milanese", "Mailänder Art", "a la madrileña". */
const IN_MANNER_OF = /(?:^|\s)(?:alla\s|all['’]|à la\s|a la\s|à l['’]|po\s|op zijn\s|auf\s)$/iu;
const MANNER = /^\s(?:Art|wijze|stijl)(?!\p{L})/u;
const STYLE = /(?:^|\s)(?:estilo|stile|style|stil|stijl|w stylu|em estilo)\s(?:de\s|di\s)?$/iu;
/** All that stands between a ware and the place that it is called after. */
const OF = /^\s(?:de\s|du\s|des\s|d['’]|di\s|del\s|della\s|dell['’]|do\s|da\s|uit\s|z\s|aus\s)$/iu;
/** "Boulangeries de Paris": who sells them is there. */
const SHOP = /(?:eries?|erías?|erie|arias?|cie|ki|shops?|stores?)$/iu;
/** "Bordeaux wine lovers": people of a town, and no wine of Bordeaux. */
const PEOPLE = ["people", "those-who"] as const;

/** "Turkey-style", "UK-owned brand", "jambon de Bayonne": a place that goods or their makers are called after is no market. */
export function isOfGoods(place: Mention, text: string, { content, scope }: Mentions): boolean {
  const [before, behind] = [
    text.slice(Math.max(0, place.start - LONGEST), place.start),
    text.slice(place.end, place.end + FURTHEST),
  ];
  if (MADE.test(behind) || BASED.test(behind) || MANNER.test(behind) || STYLE.test(before)) return true;
  const isSmall = /^\p{Ll}/u.test(text.slice(place.start));
  if (isSmall && IN_MANNER_OF.test(before)) return true;
  const ware = content.find((one) => isWare(one) && (isJustBehind(one, place, text) || isNamedBy(one, place, text)));
  if (!ware || isSoughtBehind(ware, text, { content, scope })) return false;
  // "UK tea" is for the UK, unless another place is named as well.
  if (ware.start < place.start) return !SHOP.test(text.slice(ware.start, ware.end));
  return content.some(
    (one) => one !== place && isPlace(one) && isElsewhere(one, place) && !isJustBehindWare(one, content, text),
  );
}

/** In characters. */
const LONGEST = 12;
const FURTHEST = 48;

function isWare(one: Mention): boolean {
  return one.senses.some(({ kind, id }) => kind === "topic" && WARES.has(id)) && !has(one, "channel");
}

function isJustBehind(ware: Mention, place: Mention, text: string): boolean {
  return ware.start - place.end === 1 && text.charAt(place.end) === " ";
}

function isNamedBy(ware: Mention, place: Mention, text: string): boolean {
  return ware.end <= place.start && place.start - ware.end <= LONGEST && OF.test(text.slice(ware.end, place.start));
}

function isJustBehindWare(one: Mention, content: readonly Mention[], text: string): boolean {
  return content.some((ware) => isWare(ware) && isJustBehind(ware, one, text));
}

function isSoughtBehind(ware: Mention, text: string, { content, scope }: Pick<Mentions, "content" | "scope">): boolean {
  const isNext = (one: Mention) => one.start >= ware.end && one.start - ware.end <= 1;
  return (
    FANS.test(text.slice(ware.end, ware.end + LONGEST)) ||
    scope.some((one) => isNext(one) && PEOPLE.some((id) => has(one, "scope", id))) ||
    content.some((one) => isNext(one) && (has(one, "audience") || has(one, "channel")))
  );
}

const FANS = /^\s(?:lovers|drinkers|fans|buyers|eaters|shoppers|market|scene|owners|enthusiasts|collectors)/iu;

function isElsewhere(one: Mention, place: Mention): boolean {
  const countries = (mention: Mention) =>
    mention.senses.flatMap(({ kind, id }) =>
      kind === "city" || kind === "country" || kind === "region" ? (lineOf(kind, id)?.values ?? []) : [],
    );
  const here = countries(place);
  const isNamed = one.senses.some(({ kind, isHint }) => kind !== "language" && !isHint);
  return isNamed && !countries(one).some((country) => here.includes(country));
}

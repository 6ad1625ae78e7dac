import { type Language, STOP_WORDS } from "../languages.ts";
import type { Mention, Mentions } from "../mention.ts";
import type { Token } from "../words.ts";

/** "Podcasts no Brasil" are in Brazil, whatever language so few words seem to be in: a refusal would have a comma there. */
export function withoutPortugueseIn(tokens: readonly Token[], mentions: Mentions): Mentions {
  const scope = mentions.scope.filter((one) => !isPortugueseIn(one, tokens, mentions.content));
  return scope.length === mentions.scope.length ? mentions : { ...mentions, scope };
}

function isPortugueseIn({ from, to }: Mention, tokens: readonly Token[], content: readonly Mention[]): boolean {
  if (tokens[from]?.text !== "no" || !IN_PORTUGUESE.has(tokens[to]?.plain ?? "")) return false;
  return tokens[from - 1]?.plain === "e" || content.some((one) => one.to === from);
}

const words = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(" ")));

/** What takes the masculine article in Portuguese; of countries that have another name in English, by that. */
const IN_PORTUGUESE = words(
  "brasil mexico peru japao egito uruguai paraguai equador marrocos iraque catar",
  "porto recife rio algarve alentejo nordeste sudeste norte sul ceara parana maranhao amazonas",
  "instagram tiktok facebook youtube google linkedin spotify whatsapp carrefour",
);

/** These also tell of the language: no other one spells them so, or says them behind a bare "no". */
const PORTUGUESE_ONLY = words(
  "brasil japao egito uruguai paraguai equador marrocos iraque catar quenia vietna nepal paquistao senegal panama luxemburgo libano",
  "reino chile nordeste sudeste sul ceara parana maranhao algarve alentejo litoral exterior interior leste oeste",
  "shopping metro carro onibus autocarro comboio trem aeroporto estadio supermercado elevador bairro transito celular telemovel",
  "final fim inicio comeco mes ano trimestre semestre verao inverno outono carnaval domingo sabado entanto ar varejo retalho",
);
/** And these where other words do not speak for another language: "radio no cinema" is Italian as well. */
const SHARED = words(
  "centro mercado cinema turismo futebol esporte desporto digital podcast radio display jornal site app setor sector segmento publico",
);
/** What "em" stands behind. */
const GOVERNING = words(
  "foco foca focar foque foquem focamos focado focada interesse investir invistam apostar aposta apostem anunciar presenca presente publicidade",
);
/** A sentence may begin with these. */
const OPENING = words("interior litoral entanto nordeste sudeste");

/** Whether a "no" of a text is the Portuguese "in the", which is no word for "not". */
export function saysPortugueseIn(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, at) => text === "no" && isInThe(at, tokens) && isPortuguese(at, tokens));
}

function isInThe(at: number, tokens: readonly Token[]): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next?.kind !== "word") return false;
  if (before?.kind !== "word") return OPENING.has(next.plain);
  // "Pero no Chile", "and no metro"; "e no" is Portuguese.
  if (before.plain !== "e" && RIVALS.some((language) => STOP_WORDS.get(language)?.has(before.plain))) return false;
  // "Canada" is English, and "Canadá" is not.
  const isAccented = next.text === "canadá" || next.text === "méxico" || next.text === "irão";
  if (isAccented || PORTUGUESE_ONLY.has(next.plain)) return true;
  return SHARED.has(next.plain) && (GOVERNING.has(before.plain) || OF.has(tokens[at + 2]?.plain ?? ""));
}

/** "No centro de Lisboa". */
const OF = words("de do da dos das");

/** Romance languages and those whose "no" refuses; words of the trade are said in all of them. */
const RIVALS: readonly Language[] = ["es", "it", "en", "pl", "fr"];
const OF_TRADE = words("out of home and the tv am fm");

function isPortuguese(at: number, tokens: readonly Token[]): boolean {
  const others = tokens.filter((one, index) => index !== at && one.kind === "word" && !OF_TRADE.has(one.plain));
  const littleIn = (language: Language) => others.filter(({ plain }) => STOP_WORDS.get(language)?.has(plain)).length;
  if (others.some(({ text }) => SPANISH.test(text))) return false;
  // "Podcast sobre crime no Reino Unido": the name is a word for Portuguese as well.
  const own = littleIn("pt") + (NAMED.has(tokens[at + 1]?.plain ?? "") ? 1 : 0);
  return RIVALS.every((language) => littleIn(language) <= own);
}

/** Names that no other language spells so. */
const NAMED = words("brasil reino japao egito uruguai paraguai equador marrocos iraque catar quenia paquistao parana");

const SPANISH = /[ñ¿¡]|ción|siones$/;

import type { Mention } from "../../mention.ts";
import { clauseOf, isIn, isRefusing, type Sentences } from "../clause.ts";

/**
 * "Podcasts; anything else isn't needed", "Druk en radio, meer hoeft niet", "Newsletter bis 60, drüber ist Schluss": how a clause begins
 * that is about all that has not been named.
 */
const ELSE = [
  /^(?:(?:and|but|so) )?(?:(?:any|some|every|no)thing (?:else|more|beyond|further|above|over|dearer)|(?:any )?other (?:formats?|forms?|options?|ideas?|things?|proposals?|suggestions?)|more than that|(?:above|over|beyond) that|dearer|more expensive)(?!\p{L})/u,
  /^(?:(?:und|aber|denn) )?(?:(?:et)?was (?:anderes|weiteres)|anderes|weiteres|mehr|drüber|darüber|teurer|andere (?:formate|formen|werbeformen|ideen|vorschläge|optionen|wege)|alles (?:weitere|darüber|drüber))(?!\p{L})/u,
  /^(?:(?:et|mais) )?(?:autre chose|davantage|plus cher|au-delà|au-dessus|(?:les |d['’])?autres (?:formats|formes|options|propositions|pistes))(?!\p{L})/u,
  /^(?:[ye] )?(?:(?:qualsiasi )?altra cosa|altro|di più|più car[oi]|altr[ie] (?:formati|forme|opzioni|proposte)|otras? cosas?|más(?: caro)?|por encima|otros formatos|otras (?:opciones|formas|propuestas)|outras? coisas?|mais (?:caro|do que isso)|acima disso|outros formatos|outras (?:opções|formas|propostas))(?!\p{L})/u,
  /^(?:(?:en|maar) )?(?:(?:iets|wat) anders|meer|verder|daarboven|erboven|duurder|andere (?:formaten|vormen|opties|dingen|ideeën|voorstellen))(?!\p{L})/u,
  /^(?:[ia] )?(?:(?:coś|cokolwiek) innego|inne (?:formy|formaty|opcje|rzeczy|pomysły|propozycje)|więcej|drożej|powyżej)(?!\p{L})/u,
  /^(?:それ以上|それより高い|(?:ほか|他|別)の(?:もの|案|形式|枠))/u,
  /^و?(?:أي )?(?:شيء آخر|شيئا آخر|غير ذلك|أكثر من ذلك|أغلى من ذلك|ما سوى ذلك)(?!\p{L})/u,
];

/** What such a clause refuses is nothing that the text names. */
export function isOfAllElse(one: Mention, { text, tokens, content }: Sentences): boolean {
  if (!isRefusing(one)) return false;
  const clause = clauseOf(one, tokens);
  if (content.some((other) => isIn(clause, other))) return false;
  const said = text.slice(clause.start, clause.end).toLowerCase();
  return ELSE.some((begins) => begins.test(said));
}

import { LANGUAGES } from "../languages.ts";
import type { LexiconLine } from "./lexicon-file.ts";

/** ISO 3166-1 alpha-2, without codes that are no country's common name. */
const CODES =
  `AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU
  CV CY CZ DE DJ DK DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GE GG GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS
  IT JM JO JP KE KG KH KM KP KR KW KZ LA LB LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE
  NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PS PT PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ
  TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VA VE VN VU WS XK YE ZA ZM ZW`.split(/\s+/);

/** Words of another meaning in some language: the country needs to be named otherwise there. */
const NOT_NAMES = new Set(["oman", "mali", "chad", "jordan", "togo", "cuba", "niger", "georgia", "man", "panama"]);

/** The names of every country in Unicode's locale data, in every supported language. */
export function countryLines(): LexiconLine[] {
  const names = new Map(LANGUAGES.map((language) => [language, new Intl.DisplayNames(language, { type: "region" })]));
  return CODES.map((id) => ({
    kind: "country",
    id,
    label: nameIn(names.get("en"), id).text,
    parent: null,
    impliesParent: false,
    taxonomyId: null,
    related: [],
    close: [],
    replacements: [],
    values: [id],
    wordsIn: (language) => [nameIn(names.get(language), id)],
  }));
}

function nameIn(names: Intl.DisplayNames | undefined, id: string) {
  const text = names?.of(id) ?? id;
  return { text, isHint: NOT_NAMES.has(text.toLowerCase()) };
}

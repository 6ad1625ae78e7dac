import type { Language } from "../languages.ts";

/** An ending, and what may stand in its place in another form of the same word; both without accents. */
type Exchange = readonly [ending: RegExp, others: readonly string[]];

/**
 * Inflection that the stemmers miss, or after which so little is left of a word that its stem is no evidence: `jubilaciones`,
 * `viagens`, `w ogrodzie`. The forms are looked up as they are written, so one that does not exist does no harm.
 */
const EXCHANGES: Readonly<Partial<Record<Language, readonly Exchange[]>>> = {
  de: [
    [/(?<=\p{L}{3}(?:er|ent|ist|eur|ant|ling))(?:in|innen)$/u, ["", "en"]],
    [/(?<=\p{L}{4})(?:n|e|s|en|er|es|ern)$/u, ["", "e", "en", "er"]],
    [/(?<=\p{L}{4})$/u, ["e", "n", "en", "er", "s"]],
  ],
  nl: [
    [/(?<=\p{L}{3})(?:t?jes?|pjes?|etjes?)$/u, ["", "en", "s"]],
    [/(?<=\p{L}{3})kjes?$/u, ["k", "g", "gen"]],
    [/(?<=\p{L}{3})sters?$/u, ["ers", "er"]],
    [/(?<=\p{L}{4})(?:s|en|e)$/u, ["", "e", "en"]],
    [/(?<=\p{L}{4})$/u, ["s", "en", "e"]],
  ],
  fr: [
    [/(?<=\p{L}{2})aux$/u, ["al", "ail"]],
    [/(?<=\p{L}{2})al$/u, ["aux"]],
    [/(?<=\p{L}{3})trices?$/u, ["teur", "teurs"]],
    [/(?<=\p{L}{3})euses?$/u, ["eur", "eurs"]],
    [/(?<=\p{L}{3})eres?$/u, ["er", "ers"]],
    [/(?<=\p{L}{3})iennes?$/u, ["ien", "iens"]],
    [/(?<=\p{L}{4})[sx]$/u, [""]],
    [/(?<=\p{L}{4})$/u, ["s", "x"]],
  ],
  es: [
    [/(?<=\p{L}{2})ces$/u, ["z"]],
    [/(?<=\p{L}{2})z$/u, ["ces"]],
    [/(?<=\p{L}{3}[dlnrs])es$/u, [""]],
    [/(?<=\p{L}{3}[dlnrs])$/u, ["es"]],
    [/(?<=\p{L}{3}[dt]or)as?$/u, ["", "es"]],
    [/(?<=\p{L}{2}(?:er|eir|ari|ogad|ist|ic))(?:o|a|os|as)$/u, ["o", "os", "a", "as"]],
    [/(?<=\p{L}{3}[aeo])s$/u, [""]],
    [/(?<=\p{L}{3}[aeo])$/u, ["s"]],
  ],
  it: [
    [/(?<=\p{L}{3}[cg])hi$/u, ["o"]],
    [/(?<=\p{L}{3}[cg])he$/u, ["a"]],
    [/(?<=\p{L}{3})ci$/u, ["co", "cio"]],
    [/(?<=\p{L}{3})trici?e?$/u, ["tori", "tore"]],
    [/(?<=\p{L}{3}ist)[ie]$/u, ["a", "i"]],
    [/(?<=\p{L}{3}ist)a$/u, ["i"]],
    [/(?<=\p{L}{4})i$/u, ["o", "e", "io"]],
    [/(?<=\p{L}{4})[oe]$/u, ["i"]],
    [/(?<=\p{L}{3})e$/u, ["a"]],
    [/(?<=\p{L}{3})a$/u, ["e"]],
  ],
  pt: [
    [/(?<=\p{L}{2})oes$/u, ["ao"]],
    [/(?<=\p{L}{2})ao$/u, ["oes"]],
    [/(?<=\p{L}{2}[aeou])is$/u, ["l"]],
    [/(?<=\p{L}{2}[aeou])l$/u, ["is"]],
    [/(?<=\p{L}{3})ns$/u, ["m"]],
    [/(?<=\p{L}{3})m$/u, ["ns"]],
    [/(?<=\p{L}{3}[rz])es$/u, [""]],
    [/(?<=\p{L}{3}[rz])$/u, ["es"]],
    [/(?<=\p{L}{3}[dt]or)as?$/u, ["", "es"]],
    [/(?<=\p{L}{2}(?:er|eir|ari|ogad|ist|ic))(?:o|a|os|as)$/u, ["o", "os", "a", "as"]],
    [/(?<=\p{L}{3}[aeo])s$/u, [""]],
    [/(?<=\p{L}{3}[aeo])$/u, ["s"]],
    // Before and after the reform of spelling: `electricista`, `eletricista`.
    [/(?<=[aeiou])[cp](?=[tc]\p{L})/u, [""]],
  ],
  pl: [
    [/(?<=\p{L}{2})(?:sta|sci|stow|stom|stami|stka|stki|stek)$/u, ["sta", "sci", "stow"]],
    [/(?<=\p{L}{3})(?:icy|ik|ika|ikow|ikom|ikami|iczka|iczki)$/u, ["icy", "ik", "ikow"]],
    [/(?<=\p{L}{3})(?:ca|cy|cow|com|cami|czyni|czynie)$/u, ["cy", "ca", "cow"]],
    [/(?<=\p{L}{3})(?:rz|rze|rzy|rza|rzom|rzami|rka|rki|rek)$/u, ["rze", "rz", "rzy"]],
    [/(?<=\p{L}{2})cie$/u, ["t", "ta", "ty", "to"]],
    [/(?<=\p{L}{2})dzie$/u, ["d", "da", "dy"]],
    [/(?<=\p{L}{3})rze$/u, ["r", "ra", "ry"]],
    [/(?<=\p{L}{3})ce$/u, ["ka", "ki"]],
    [/(?<=\p{L}{2})dze$/u, ["ga", "gi"]],
    [/(?<=\p{L}{3})le$/u, ["l", "la", "ly"]],
    [/(?<=\p{L}{3})ow(?:y|a|e|ego|ej|ych|ymi|ym)$/u, ["", "y", "a"]],
    [/(?<=\p{L}{3})(?:ami|ach|om|ow|em|owi|ie|y|i|a|e|u|o)$/u, ["", "a", "y", "i", "e"]],
    [/(?<=\p{L}{4})$/u, ["y", "a", "i"]],
  ],
  ar: [
    // "And", "for" and "in" before a word without its article; others mostly begin the word itself: `كبيرة`.
    [/^[وبل](?=\p{L}{3})/u, [""]],
    // Plurals before a noun lose their last letter: `معلمو المدارس`.
    [/(?<=\p{L}{3})و$/u, ["ون", "ين", ""]],
    [/(?<=\p{L}{3})ي$/u, ["ين", "ون"]],
    [/(?<=\p{L}{3})ات$/u, ["ه", ""]],
    [/(?<=\p{L}{3})ه$/u, ["ات"]],
    [/(?<=\p{L}{3})ا$/u, [""]],
  ],
};

const SHORTEST = 4;
const SHORTEST_ARABIC = 3;

/** Other forms that a word without accents may have, the likeliest first. */
export function otherFormsOf(plain: string, language: Language): string[] {
  const shortest = language === "ar" ? SHORTEST_ARABIC : SHORTEST;
  const forms = (EXCHANGES[language] ?? []).flatMap(([ending, others]) =>
    ending.test(plain) ? others.map((other) => plain.replace(ending, other)) : [],
  );
  return [...new Set(forms)].filter((form) => form !== plain && form.length >= shortest);
}

/** Words that a brief has and an avail is not found by: the commonest of English, and what every media brief says. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are as at be because been before being below between both but by can
  could did do does doing down during each few for from further had has have having he her here hers him his how i if in
  into is it its just me more most must my no nor not of off on once only or other our out over own per same she should so
  some such than that the their them then there these they this those through to too under until up us very was we were
  what when where which while who whom why will with within would you your
  ad ads advertise advertising advertisement audience brand brief budget buy buyer campaign com dollar eur find flight goal
  help inventory like look looking market marketing media need net objective offer org people plan please product reach run
  seek show target targeting total usd use want week month year www http https`.split(/\s+/),
);

/** The form a word is indexed and searched in; null for one that is not searched at all. */
function termOf(word: string): string | null {
  const plain = word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  if (plain.length < 2 || STOP_WORDS.has(plain)) return null;
  const singular = singularOf(plain);
  return STOP_WORDS.has(singular) ? null : singular;
}

/** Harman's S-stemmer (1991): undoes plurals and nothing else, so that no two different words become one. */
function singularOf(word: string): string {
  if (word.length < 4) return word;
  if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
  return /[^us]s$/.test(word) ? word.slice(0, -1) : word;
}

/** A text's terms, each with the first word that says it, in the order of the text. */
export function termsOf(text: string): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  for (const word of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const term = termOf(word);
    if (term !== null && !terms.has(term)) terms.set(term, word.toLowerCase());
  }
  return terms;
}

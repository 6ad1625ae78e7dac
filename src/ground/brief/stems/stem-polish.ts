/** Of nouns and adjectives, longest first. */
const ENDINGS = [
  ..."owego owemu owych owymi iego iemu iach iami ymi imi ego emu ach ami owi ych ich ow om em ie ej ym im ia".split(
    " ",
  ),
  ..."iu a e y i o u".split(" "),
];
const SHORTEST = 4;

/**
 * A light stemmer after Sagot's and Weiss's: it removes one ending and has no exceptions. No maintained library has
 * one.
 */
export function stemPolish(word: string): string {
  const plain = word.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("ł", "l");
  const ending = ENDINGS.find((one) => plain.endsWith(one) && plain.length - one.length >= SHORTEST);
  const stem = ending === undefined ? plain : plain.slice(0, -ending.length);
  // The `e` of the genitive plural flees before other endings: `wędrówek`, `wędrówki`.
  return stem.length > SHORTEST && stem.endsWith("ek") ? `${stem.slice(0, -2)}k` : stem;
}

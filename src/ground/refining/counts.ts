/** Small numbers as people write them, without accents. */
const WORDS: ReadonlyMap<string, number> = new Map(
  [
    "two zwei deux dos due dois duas twee dwa dwie dwoch",
    "three drei trois tres tre drie trzy trzech",
    "four vier quatre cuatro quattro quatro cztery",
    "five funf cinq cinco cinque vijf piec pieciu",
    "six sechs seis sei zes szesc",
    "seven sieben sept siete sette sete zeven siedem",
    "eight acht huit ocho otto oito osiem",
    "nine neun neuf nueve nove negen dziewiec",
    "ten zehn dix diez dieci dez tien dziesiec",
  ].flatMap((words, index) => words.split(" ").map((word) => [word, index + 2] as const)),
);

/** Of a count of one or two digits, or a word for one. */
export function countOf(plain: string): number | undefined {
  return /^\d{1,2}$/.test(plain) ? Number(plain) : WORDS.get(plain);
}

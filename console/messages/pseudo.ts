const ACCENTED: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", c: "ç", n: "ñ", y: "ý" };

/** Longer by a third and accented: what does not fit, and what is in no catalogue, is seen at once. */
export function pseudo(text: string): string {
  const accented = text.replaceAll(/[aeioucny]/g, (letter) => ACCENTED[letter] ?? letter);
  return `⟦${accented}${"~".repeat(Math.ceil(text.length / 3))}⟧`;
}

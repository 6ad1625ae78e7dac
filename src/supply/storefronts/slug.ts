/** `Café Média №1` becomes `cafe-media-no1`; empty if the text has no Latin letter or digit. */
export function slugOf(text: string, mostLetters: number): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, mostLetters)
    .replaceAll(/^-|-$/g, "");
}

/** `Café Média №1` is `cafe-media-no1`; empty where the text has no Latin letter or digit. */
export function slugOf(text: string, mostLetters: number): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, mostLetters)
    .replaceAll(/^-|-$/g, "");
}

/** Texts on which what is written carelessly takes far longer than they are long; each repeated up to the length that is allowed. */
export const SHAPES: Readonly<Record<string, (length: number) => string>> = {
  "lines without words": (length) => `a${"\n".repeat(Math.max(0, length - 2))}b`,
  "marks of a list": (length) => "- * > ".repeat(length / 6 + 1).slice(0, length),
  "comments without a root": (length) => `${"<!---->".repeat(length / 7).slice(0, length - 1)}x`,
  "addresses without an end": (length) => "url(".repeat(length / 4 + 1).slice(0, length),
  "attributes without a value": (length) => "<a src  = ".repeat(length / 10 + 1).slice(0, length),
  "digits and points": (length) => "1.1,".repeat(length / 4 + 1).slice(0, length),
  "one word": (length) => "a".repeat(length),
  "labels of a domain": (length) => "a-.".repeat(length / 3 + 1).slice(0, length),
  "a list of domains": (length) => `Block buyers: ${"a.b,".repeat(length / 4 + 1)}`.slice(0, length),
  "characters that are folded": (length) => "ﷺ".repeat(length).slice(0, length),
};

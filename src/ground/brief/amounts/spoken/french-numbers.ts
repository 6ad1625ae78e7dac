interface Numerals {
  readonly small: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
}

interface Found {
  readonly value: number;
  /** In words. */
  readonly length: number;
}

const SCORES = /^vingts?$/;
const ONE: ReadonlySet<string> = new Set(["un", "une"]);

/** "Dix-sept", "vingt et un", "soixante-dix-huit", "quatre-vingt-douze": its hyphens part words. */
export function frenchBelowHundred(words: readonly string[], { small, tens }: Numerals): Found | undefined {
  const [first = "", next = ""] = words;
  const isEighty = first === "quatre" && SCORES.test(next);
  const ten = isEighty ? 80 : tens.get(first);
  if (ten === undefined) return belowTwenty(words, small);
  const length = isEighty ? 2 : 1;
  const skipped = words[length] === "et" ? 1 : 0;
  const last = words[length + skipped] ?? "";
  if (ONE.has(last) && (skipped > 0 || isEighty)) return { value: ten + 1, length: length + skipped + 1 };
  const more = belowTwenty(words.slice(length + skipped), small);
  const most = ten === 60 || ten === 80 ? 20 : 10;
  return more && more.value < most
    ? { value: ten + more.value, length: length + skipped + more.length }
    : { value: ten, length };
}

function belowTwenty(
  [first = "", next = ""]: readonly string[],
  small: ReadonlyMap<string, number>,
): Found | undefined {
  const value = small.get(first);
  if (value === undefined) return undefined;
  const unit = first === "dix" ? small.get(next) : undefined;
  return unit !== undefined && unit > 6 && unit < 10 ? { value: 10 + unit, length: 2 } : { value, length: 1 };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBrief } from "../../../src/ground/brief/index.ts";
import { demandsOf } from "../../../src/ground/ranking/demands.ts";
import { LANGUAGES } from "../set.ts";

interface Written {
  readonly value: number;
  readonly currency: string;
}

interface Frames {
  /** Prices and budgets as people write them. */
  readonly amounts: readonly (Written & { readonly n: string })[];
  readonly budgets: readonly (Written & { readonly b: string })[];
  readonly frames: readonly {
    /** With places for two prices and a budget: "{N}", "{M}", "{B}". */
    readonly text: string;
    /** Which of the prices is the most that is paid. */
    readonly ceiling: "N" | "M" | null;
    readonly budget: "B" | null;
  }[];
}

const FILLINGS = 3;

/** By a hand that had seen neither code nor other frames; 49 % were read as they are meant at first. */
test("of what a sentence says of money, a ceiling and a budget are read, and nothing else", () => {
  const misread = LANGUAGES.flatMap((language) => {
    const path = join(import.meta.dirname, "prices", `${language}.json`);
    const { amounts, budgets, frames }: Frames = JSON.parse(readFileSync(path, "utf8"));
    return frames.flatMap(({ text: frame, ceiling, budget }, nth) =>
      Array.from({ length: FILLINGS }, (_, turn) => {
        const at = nth * 5 + turn * 4;
        const price = amounts[at % amounts.length];
        const others = amounts.filter(({ currency, value }) => currency === price?.currency && value !== price.value);
        const other = others[turn % others.length] ?? amounts[(at + 1) % amounts.length];
        const sum = budgets[at % budgets.length];
        const named = { N: price?.n, M: other?.n, B: sum?.b };
        const written = frame.replaceAll(/\{([NMB])\}/g, (_place, one: "N" | "M" | "B") => named[one] ?? "");
        const text = written.charAt(0).toUpperCase() + written.slice(1);
        const most = ceiling === "N" ? price : ceiling === "M" ? other : undefined;
        return isReadSo(text, most, budget ? sum : undefined) ? [] : [text];
      }).flat(),
    );
  });
  const count = LANGUAGES.length * 36 * FILLINGS;
  expect(1 - misread.length / count, misread.join("\n")).toBeGreaterThanOrEqual(0.9);
});

function isReadSo(text: string, most: Written | undefined, sum: Written | undefined): boolean {
  const { chips } = readBrief(text);
  const { maxCpm } = demandsOf({ chips });
  const isCeiling = most
    ? Number(maxCpm?.amount) === most.value && maxCpm?.currency === most.currency
    : maxCpm === null;
  const budgets = chips.filter(({ kind }) => kind === "budget").map(({ value }) => Number(value));
  return isCeiling && (sum ? budgets.includes(sum.value) : budgets.length === 0);
}

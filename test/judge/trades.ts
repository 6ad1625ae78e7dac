import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBrief } from "../../src/ground/brief/index.ts";
import { lexicon } from "../../src/ground/brief/lexicon/lexicon.ts";

/** What somebody of a trade says, and the meanings that a person would name, one of which must be read. */
export interface TradePhrase {
  readonly language: string;
  readonly text: string;
  readonly meanings: readonly string[];
}

export function readTrades(): TradePhrase[] {
  return readFileSync(join(import.meta.dirname, "trades.txt"), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"))
    .map((row) => {
      const [language = "", text = "", meanings = ""] = row.split(" | ");
      return { language, text, meanings: meanings.split(" / ") };
    });
}

/** A kind of a meaning is that meaning too. */
export function isUnderstood({ text, meanings }: TradePhrase): boolean {
  const { lines } = lexicon();
  return readBrief(text).chips.some(({ kind, concept, negated }) => {
    if (negated) return false;
    let line = lines.get(`${kind}:${concept}`);
    while (line && !meanings.includes(line.id)) line = line.parent ? lines.get(`${kind}:${line.parent}`) : undefined;
    return line !== undefined;
  });
}

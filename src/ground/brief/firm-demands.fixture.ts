import { isFirm } from "./chip.ts";
import { readBrief } from "./read-brief.ts";

/** What a brief demands and refuses of media and countries: `["-DE", "radio"]`. */
export function firmDemandsOf(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind }) => kind === "channel" || kind === "country");
  const firm = chips.filter((chip) => isFirm(chip));
  return [...new Set(firm.map(({ value, negated }) => (negated ? `-${value}` : value)))].toSorted();
}

/** The same, what is refused apart from what is wanted. */
export function saidIn(brief: string): { refused: string[]; wanted: string[] } {
  const demands = firmDemandsOf(brief);
  const [refused, wanted] = [
    demands.filter((one) => one.startsWith("-")),
    demands.filter((one) => !one.startsWith("-")),
  ];
  return { refused: refused.map((one) => one.slice(1)), wanted };
}

/** What a brief is about, and what it refuses to be about, by the lexicon's names: `["-politics", "hiking"]`. */
export function subjectsOf(brief: string): string[] {
  return readBrief(brief)
    .chips.filter(({ kind }) => kind === "topic" || kind === "audience")
    .map(({ concept, negated }) => (negated ? `-${concept}` : concept));
}

import { isFirm } from "./chip.ts";
import { readBrief } from "./read-brief.ts";

/** What a brief demands and refuses of media and countries: `["-DE", "radio"]`. */
export function firmDemandsOf(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind }) => kind === "channel" || kind === "country");
  const firm = chips.filter((chip) => isFirm(chip));
  return [...new Set(firm.map(({ value, negated }) => (negated ? `-${value}` : value)))].toSorted();
}

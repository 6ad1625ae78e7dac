import { type BriefReading, type Chip, readBrief } from "../../../ground/brief/index.ts";
import { type Demands, demandsOf } from "../../../ground/ranking/demands.ts";
import type { SearchCriteria } from "../search/criteria.ts";
import { briefOf, chipsInForce } from "./asks.ts";

/** The criteria of a search: the brief as it was read, corrected by the caller and by later refinements. */
export interface Understanding {
  readonly brief: string;
  readonly reading: BriefReading;
  /** What is left of the reading if the request itself specifies something. */
  readonly open: BriefReading;
  /** What the chips require if the request itself does not say. */
  readonly demands: Demands;
}

/**
 * The caller is right: the request takes precedence over the reading, and later refinements over earlier statements.
 */
export function understand(criteria: SearchCriteria): Understanding {
  const brief = briefOf(criteria) ?? "";
  const chips = chipsInForce(criteria);
  const reading = { ...readBrief(brief), chips };
  const open = { ...reading, chips: chips.filter((chip) => !isSettled(chip, criteria)) };
  return { brief, reading, open, demands: demandsOf(open) };
}

/** The request names channels, countries or a budget itself. The brief may still exclude what it does not name. */
function isSettled({ kind, value, negated }: Chip, { channels, countries, budget }: SearchCriteria): boolean {
  if (kind === "channel" && channels) return !negated || channels.length === 0 || channels.includes(value);
  if (kind === "country" && countries) return !negated || countries.includes(value);
  return kind === "budget" && budget !== undefined;
}

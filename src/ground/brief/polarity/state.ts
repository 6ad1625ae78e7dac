import type { Mention } from "../mention.ts";

/** What the pass over a text remembers of the words before. */
export interface State {
  negating: boolean;
  hedging: boolean;
  exclusiveUntil: number;
  /** The token behind the last "only". */
  exclusiveFrom: number;
  /** The negator says where: "outside Mexico". */
  isOutside: boolean;
  /** The negator says what is missing: "without". */
  isWithout: boolean;
  /** The negator refuses all that does not follow: "other than podcasts". */
  isException: boolean;
  /** It says what something else is in the place of: "instead of radio, podcasts". */
  isInstead: boolean;
  /** The token behind the last hedge. */
  hedgedAt: number;
  /** What has been negated since the negator. */
  taken: Mention[];
  since: number;
  /** The token behind the negator. */
  opensAt: number;
  /** The token from which its reach counts: behind it, or behind the last comma of its list. */
  reachFrom: number;
  /** The negator follows a mention at once: "radio no". */
  isAfterMention: boolean;
  affirmedUntil: number;
  /** "Those who": a token this far begins with what they do or do not. */
  relativeUntil: number;
  /** It is a verb: "strike cinema from the plan". */
  isGivingUp: boolean;
  /** The negator belongs to a verb that has nothing to do with advertising: "does not fail". */
  isOfVerb: boolean;
  /** The negator has one object: "other than radio in Germany". */
  isOfOne: boolean;
  /** What is refused follows a label: "excluded: gambling, radio". */
  isLabelled: boolean;
}

export function newState(): State {
  return {
    negating: false,
    isOutside: false,
    isWithout: false,
    isException: false,
    isInstead: false,
    hedging: false,
    hedgedAt: -1,
    exclusiveUntil: -1,
    exclusiveFrom: -1,
    taken: [],
    since: 0,
    opensAt: -1,
    reachFrom: -1,
    isAfterMention: false,
    affirmedUntil: -1,
    relativeUntil: -1,
    isGivingUp: false,
    isOfVerb: false,
    isOfOne: false,
    isLabelled: false,
  };
}

/**
 * How far the people got who saw a join link. Each step is counted separately: a person who already has an account may
 * be counted at a later step without the first ones.
 */
export interface Funnel {
  readonly joinLinkId: number;
  readonly slug: string;
  /** Views of its page; one per person, as far as people can be told apart. */
  readonly views: number;
  /**
   * Submitted the form. A second submission counts again, and so does one by a person who has an account, so that
   * nobody learns who has one.
   */
  readonly started: number;
  /** Confirmed their e-mail address. */
  readonly confirmed: number;
  /** No longer wait for the seller. */
  readonly approved: number;
  /** Had at least one buy that a source has booked. */
  readonly bought: number;
}

/** The days to count, both inclusive; null means no bound. */
export interface Period {
  /** ISO dates. */
  readonly from: string | null;
  readonly until: string | null;
}

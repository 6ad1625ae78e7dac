/** How a mention is meant: wanted or not, and how certainly. */
export interface Stance {
  readonly negated: boolean;
  /** "Ideally", "for example": a preference, not a requirement. */
  readonly hedged: boolean;
  /** "Only": nothing of its kind besides. */
  readonly exclusive: boolean;
  /** It was taken back, or only supposed: "podcasts, no wait, radio". */
  readonly withdrawn?: true;
}

/** Which storefronts a buyer would like to buy from, as it said at a time. */
export interface Interest {
  readonly storefrontIds: readonly number[];
  readonly notes: string | null;
  readonly submittedBy: string | null;
  readonly submittedAt: Date;
}

/** As the operator of the installation reads it. */
export interface Submission extends Interest {
  readonly customerId: number;
  readonly company: string;
  /** Those of the storefronts that there still are, in the order of their ids. */
  readonly storefronts: readonly { readonly storefrontId: number; readonly name: string }[];
}

/** A submission in a sentence for people. */
export function sentenceOf({ company, submittedBy, storefronts, notes }: Submission): string {
  const who = submittedBy ? `${company} (${submittedBy})` : company;
  const names = storefronts.map(({ name }) => name).join(", ");
  const said = notes === null ? "" : names ? `, and says: ${notes}` : `: ${notes}`;
  return names ? `${who} would like to buy from ${names}${said}` : `${who} would like to buy${said}`;
}

/** Which storefronts a buyer said it would like to buy from, and when. */
export interface Interest {
  readonly storefrontIds: readonly number[];
  readonly notes: string | null;
  readonly submittedBy: string | null;
  readonly submittedAt: Date;
}

/** An interest as the operator of the installation reads it. */
export interface Submission extends Interest {
  readonly customerId: number;
  readonly company: string;
  /** Those of the storefronts that still exist, ordered by id. */
  readonly storefronts: readonly { readonly storefrontId: number; readonly name: string }[];
}

/** A sentence for people about a submission. */
export function sentenceOf({ company, submittedBy, storefronts, notes }: Submission): string {
  const who = submittedBy ? `${company} (${submittedBy})` : company;
  const names = storefronts.map(({ name }) => name).join(", ");
  const said = notes === null ? "" : names ? `, and says: ${notes}` : `: ${notes}`;
  return names ? `${who} would like to buy from ${names}${said}` : `${who} would like to buy${said}`;
}

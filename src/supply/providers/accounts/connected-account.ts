import { type Account, isBuyable, type ListedAccount } from "../contract/account.ts";
import { type Facts, NO_FACTS } from "../contract/template.ts";

/** An account that a connection gives access to, as the provider last listed it. */
export interface ConnectedAccount extends ListedAccount {
  readonly customerId: number;
  readonly accountId: number;
  readonly connectionId: number;
  /** Whether the connection's owner wants to buy, or sell, under it. */
  readonly isSelected: boolean;
  readonly knownFacts: Facts | null;
  readonly factsAt: Date | null;
  /** When its facts are requested next, in wall-clock time. */
  readonly factsDueAt: Date | null;
  /** When the provider stopped listing it. */
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whether it can be selected and bought under. Organisations cannot, because they only group accounts. */
export function isChoosable(account: ConnectedAccount): account is ConnectedAccount & Account {
  return account.archivedAt === null && isBuyable(account);
}

export function factsOf({ knownFacts }: ConnectedAccount): Facts {
  return knownFacts ?? NO_FACTS;
}

/** The status of a row in the published API. */
export function rowStatusOf({ status, archivedAt }: ConnectedAccount): "PENDING" | "ACTIVE" | "DISABLED" | "ERROR" {
  if (archivedAt) return "DISABLED";
  if (status === "active") return "ACTIVE";
  return status === "pending_approval" ? "PENDING" : "DISABLED";
}

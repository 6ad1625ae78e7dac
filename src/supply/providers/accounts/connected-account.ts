import { type Account, isBuyable, type ListedAccount } from "../contract/account.ts";
import { type Facts, NO_FACTS } from "../contract/template.ts";

/** An account that a connection opens, as the provider last listed it. */
export interface ConnectedAccount extends ListedAccount {
  readonly customerId: number;
  readonly accountId: number;
  readonly connectionId: number;
  /** The connection's owner wants to buy, or sell, under it. */
  readonly isSelected: boolean;
  readonly knownFacts: Facts | null;
  readonly factsAt: Date | null;
  /** When they are asked for next, by the wall. */
  readonly factsDueAt: Date | null;
  /** The provider lists it no more. */
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whether it can be chosen and bought under: organisations group others. */
export function isChoosable(account: ConnectedAccount): account is ConnectedAccount & Account {
  return account.archivedAt === null && isBuyable(account);
}

export function factsOf({ knownFacts }: ConnectedAccount): Facts {
  return knownFacts ?? NO_FACTS;
}

/** How a row of the published API says it. */
export function rowStatusOf({ status, archivedAt }: ConnectedAccount): "PENDING" | "ACTIVE" | "DISABLED" | "ERROR" {
  if (archivedAt) return "DISABLED";
  if (status === "active") return "ACTIVE";
  return status === "pending_approval" ? "PENDING" : "DISABLED";
}

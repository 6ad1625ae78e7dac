import type { Caller } from "../caller.ts";
import type { DeclaredAccount } from "./declared-account.ts";
import { findDeclaredAccount, listDeclaredAccounts } from "./store.ts";

export function readDeclaredAccounts({ side, ...caller }: Caller): Promise<readonly DeclaredAccount[]> {
  return side.read(({ db }) => listDeclaredAccounts(db, side.customerId, caller));
}

/** Undefined for an account that this caller has not declared here, whoever else may have. */
export function readDeclaredAccount(
  { side, ...caller }: Caller,
  accountId: string,
): Promise<DeclaredAccount | undefined> {
  return side.read(({ db }) => findDeclaredAccount(db, side.customerId, caller, accountId));
}

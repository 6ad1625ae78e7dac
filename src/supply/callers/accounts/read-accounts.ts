import type { Caller } from "../caller.ts";
import type { DeclaredAccount, NaturalKey } from "./declared-account.ts";
import { type AccountFilter, findByNaturalKey, findDeclaredAccount, listDeclaredAccounts } from "./store.ts";

export function readDeclaredAccounts(
  { side, ...caller }: Caller,
  which: AccountFilter,
): Promise<readonly DeclaredAccount[]> {
  return side.read(({ db }) => listDeclaredAccounts(db, side.customerId, caller, which));
}

/** The account that a caller has declared under this key; undefined if it has only used the key without declaring it. */
export function readAccountByKey({ side, ...caller }: Caller, key: NaturalKey): Promise<DeclaredAccount | undefined> {
  return side.read(({ db }) => findByNaturalKey(db, side.customerId, caller, key));
}

/** Undefined for an account that this caller has not declared here, even if others have. */
export function readDeclaredAccount(
  { side, ...caller }: Caller,
  accountId: string,
): Promise<DeclaredAccount | undefined> {
  return side.read(({ db }) => findDeclaredAccount(db, side.customerId, caller, accountId));
}

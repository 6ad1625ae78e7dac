import type { Caller } from "../caller.ts";
import { type AccountStatus, mayBecome } from "./account-status.ts";
import { findDeclaredAccount, updateStatus } from "./store.ts";

export interface ForcedStatus {
  readonly before: AccountStatus;
  /** False if the account's status cannot become that. */
  readonly done: boolean;
}

/**
 * Sets the status of a sandbox account as its caller asks; undefined if the caller has not declared the account, or it
 * is live.
 */
export function forceAccountStatus(
  { side, ...caller }: Caller,
  accountId: string,
  status: AccountStatus,
): Promise<ForcedStatus | undefined> {
  return side.write(async ({ db }) => {
    const account = await findDeclaredAccount(db, side.customerId, caller, accountId);
    if (!account?.sandbox) return undefined;
    const done = mayBecome(account.status, status);
    if (done) await updateStatus(db, side.customerId, caller, { accountId, status });
    return { before: account.status, done };
  });
}

import type { Caller } from "../caller.ts";
import { type AccountStatus, mayBecome } from "./account-status.ts";
import { findDeclaredAccount, updateStatus } from "./store.ts";

export interface ForcedStatus {
  readonly before: AccountStatus;
  /** False where such an account never becomes that. */
  readonly done: boolean;
}

/** Sets the status of a sandbox account as its caller says; undefined if it has not declared it, or it is live. */
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

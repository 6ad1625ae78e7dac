import type { SellerError } from "../../../ground/seller-agent/index.ts";

/** AdCP's words (3.1, account-status). */
export const ACCOUNT_STATUSES = [
  "active",
  "pending_approval",
  "rejected",
  "payment_required",
  "suspended",
  "closed",
] as const;

export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Over is over. */
export function mayBecome(from: AccountStatus, to: AccountStatus): boolean {
  return from === to || (from !== "closed" && from !== "rejected");
}

/** Why nothing is bought under such an account, and where more than buying is over, nothing changed; undefined where it is. */
export function refusedBy(status: AccountStatus, what: "buy" | "change"): SellerError | undefined {
  if (status === "active" || (what === "change" && status === "payment_required")) return undefined;
  const { code, message, recovery } = REFUSALS[status];
  return { code, message: `account: ${message}`, field: "account", recovery };
}

const REFUSALS: Readonly<Record<Exclude<AccountStatus, "active">, Pick<SellerError, "code" | "message" | "recovery">>> =
  {
    pending_approval: {
      code: "ACCOUNT_SETUP_REQUIRED",
      message: "it waits for the seller's approval: ask again once list_accounts says active",
      recovery: "correctable",
    },
    payment_required: {
      code: "ACCOUNT_PAYMENT_REQUIRED",
      message: "it is in arrears: settle them with the seller",
      recovery: "terminal",
    },
    suspended: { code: "ACCOUNT_SUSPENDED", message: "it is suspended: ask the seller", recovery: "terminal" },
    rejected: { code: "ACCOUNT_SUSPENDED", message: "the seller rejected it: use another", recovery: "terminal" },
    closed: { code: "ACCOUNT_SUSPENDED", message: "it is closed: use another", recovery: "terminal" },
  };

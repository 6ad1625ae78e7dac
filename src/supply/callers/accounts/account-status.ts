import { can, lifecycle } from "../../../ground/kernel/lifecycle.ts";
import type { SellerError } from "../../../ground/seller-agent/index.ts";

/** AdCP's statuses (3.1, account-status). */
export const ACCOUNT_STATUSES = [
  "active",
  "pending_approval",
  "rejected",
  "payment_required",
  "suspended",
  "closed",
] as const;

export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

const GOES_ON = ["active", "pending_approval", "payment_required", "suspended"] as const;

/** The transitions to one state from every state that is not final. */
function leadingTo(to: AccountStatus): Partial<Record<AccountStatus, AccountStatus>> {
  return { ...Object.fromEntries(GOES_ON.map((from) => [from, to])), [to]: to };
}

export const accountLife = lifecycle<AccountStatus, AccountStatus>({
  noun: "account that a buyer declares",
  starts: ["active"],
  states: {
    active: "its buyer can buy under it",
    pending_approval: "it waits for the seller",
    rejected: "the seller refused it; this is final",
    payment_required: "its buyer is in arrears: running media buys can be changed, and nothing new is bought",
    suspended: "nothing can be bought under it at the moment",
    closed: "it is over",
  },
  transitions: {
    active: leadingTo("active"),
    pending_approval: leadingTo("pending_approval"),
    rejected: leadingTo("rejected"),
    payment_required: leadingTo("payment_required"),
    suspended: leadingTo("suspended"),
    closed: leadingTo("closed"),
  },
});

/** A final status never changes. */
export function mayBecome(from: AccountStatus, to: AccountStatus): boolean {
  return can(accountLife.transitions, to, from);
}

/**
 * The error for a request under an account with this status; undefined if it is allowed. Some statuses prevent buying
 * only, others changes too.
 */
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

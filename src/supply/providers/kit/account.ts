import type { Account } from "../contract/account.ts";
import type { JobContext } from "../contract/job.ts";
import { toProvider } from "./money.ts";

/** The account of a job; a job that buys always has one. */
export function accountIn({ account }: JobContext): Account {
  if (!account) throw new Error("nothing is bought without an account");
  return account;
}

/** In millionths. Amounts that cannot be expressed in them were refused before the job began. */
export function microsOf(amount: string, currency: string): bigint {
  return BigInt(toProvider(amount, currency, "micros") ?? "0");
}

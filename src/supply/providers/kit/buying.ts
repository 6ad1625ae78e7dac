import type { Account } from "../contract/account.ts";
import type { Plan } from "../contract/plan.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { type MoneyForm, toProvider } from "./money.ts";

/** In the provider's own units. Amounts that cannot be expressed in them were refused before the job began. */
export function unitsOf(amount: string, currency: string, form: MoneyForm): bigint {
  return BigInt(toProvider(amount, currency, form) ?? "0");
}

/** For a platform that accepts no amount finer than its currency's smallest unit. */
export const DECIMALS_OF_THE_CURRENCY = "at most as many decimals as its currency";

/** Checks that every amount can be expressed in the provider's units without rounding. */
export function checkAmounts(plan: Plan, { currency }: Account, form: MoneyForm, decimals: string): Result<Plan> {
  for (const [at, { budget, bid }] of plan.packages.entries()) {
    const path = `packages[${at}]`;
    if (toProvider(budget, currency, form) === undefined)
      return failed(fault("invalid", `a budget has ${decimals}`, { field: `${path}.budget` }));
    if (bid !== null && toProvider(bid, currency, form) === undefined)
      return failed(fault("invalid", `a bid has ${decimals}`, { field: `${path}.bid_price` }));
  }
  return ok(plan);
}

/** If the objective belongs to the campaign, a buy can only have one. */
export function checkOneAim(plan: Plan, aimOf: (templateId: string) => string, displayName: string): Result<Plan> {
  const [first] = plan.packages;
  const at = plan.packages.findIndex(({ templateId }) => first && aimOf(templateId) !== aimOf(first.templateId));
  if (at === -1) return ok(plan);
  const message = `a buy is one campaign at ${displayName}, with one objective: buy products with other objectives separately`;
  return failed(fault("unsupported", message, { field: `packages[${at}].product_id` }));
}

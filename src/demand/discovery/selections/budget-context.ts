import { compare, type Decimal, subtract, sum } from "../../../ground/kernel/money.ts";
import type { Discovery } from "../discovery.ts";
import { optionOf, type Selection } from "./selection.ts";

/** How much of the session's budget is allocated, in the session's currency. */
export interface BudgetContext {
  readonly sessionBudget: Decimal | null;
  readonly allocatedBudget: Decimal;
  readonly remainingBudget: Decimal | null;
  readonly currency: string;
  readonly budgetWarning?: string;
}

export function budgetContextOf(
  { criteria, currency }: Pick<Discovery, "criteria" | "currency">,
  selections: readonly Selection[],
): BudgetContext {
  const sessionBudget = criteria.budget ?? null;
  // The advertiser's currency may have changed since: amounts of two currencies are never added.
  const inCurrency = selections.filter((selection) => optionOf(selection)?.currency === currency);
  const allocatedBudget = sum(inCurrency.map(({ budget }) => budget ?? "0"));
  const remainingBudget = sessionBudget === null ? null : subtract(sessionBudget, allocatedBudget);
  const warnings: string[] = [];
  if (remainingBudget !== null && compare(remainingBudget, "0") < 0) {
    warnings.push(
      `the selected products take ${allocatedBudget} ${currency} of a budget of ${sessionBudget} ${currency}`,
    );
  }
  if (inCurrency.length < selections.length) {
    warnings.push(
      `${selections.length - inCurrency.length} selected products are not in ${currency} and are not counted`,
    );
  }
  const context = { sessionBudget, allocatedBudget, remainingBudget, currency };
  return warnings.length > 0 ? { ...context, budgetWarning: warnings.join("; ") } : context;
}

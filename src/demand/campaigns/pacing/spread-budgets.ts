import { compare, type Decimal, split, subtract, sum } from "../../../ground/kernel/money.ts";

/**
 * Spreads budgets (rows) over pacing periods (columns), in proportion to the shares. Every row adds up to its budget, and every
 * column to the period's share of the total, both exact to the minor unit: each row is split in proportion to what the previous
 * rows left of each column, so that the last row takes the remainder. The shares must not all be zero.
 */
export function spreadBudgets(budgets: readonly Decimal[], shares: readonly Decimal[], currency: string): Decimal[][] {
  let left = split({ amount: sum(budgets), currency }, shares);
  return budgets.map((budget) => {
    if (compare(budget, "0") <= 0) return left.map(() => "0");
    const row = split({ amount: budget, currency }, left);
    left = left.map((column, index) => subtract(column, row[index] ?? "0"));
    return row;
  });
}

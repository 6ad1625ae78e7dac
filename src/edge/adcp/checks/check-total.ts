import { checkMinorUnits, compare, type Decimal, type Money, sum } from "../../../ground/kernel/money.ts";
import type { PurchasedPackage } from "../../../supply/callers/index.ts";
import { refused } from "../protocol/failure.ts";

interface Budgeted {
  readonly budget: Decimal;
  readonly currency: string;
}

/** A total next to its parts adds no information, but if it differs from their sum, it is unclear which was meant. */
export function checkTotal(total: Money | undefined, parts: readonly Budgeted[]): void {
  if (!total) return;
  const other = parts.find(({ currency }) => currency !== total.currency);
  if (other) throw contradiction("currency", `the packages are in ${other.currency}, not in ${total.currency}`);
  const added = sum(parts.map(({ budget }) => budget));
  if (compare(added, total.amount) === 0) return;
  throw contradiction("amount", `the packages add up to ${added} ${total.currency}, not to ${total.amount}`);
}

interface RequestedBudgets {
  readonly total_budget?: Money | undefined;
  readonly packages?:
    | readonly {
        readonly package_id: string;
        readonly budget?: Decimal | undefined;
        readonly canceled?: true | undefined;
      }[]
    | undefined;
}

/** New budgets must not have more decimals than the currency of their packages, and a total must match the packages after the change. */
export function checkChangedBudgets(
  { total_budget: total, packages: changes = [] }: RequestedBudgets,
  packages: readonly PurchasedPackage[],
): void {
  for (const [position, { package_id, budget: amount }] of changes.entries()) {
    const currency = packages.find(({ packageId }) => packageId === package_id)?.currency;
    if (currency !== undefined && amount !== undefined)
      checkMinorUnits({ amount, currency }, `packages[${position}].budget`);
  }
  const changed = new Map(changes.map((change) => [change.package_id, change]));
  const left = packages.flatMap(({ packageId, budget, currency, canceled }) => {
    const change = changed.get(packageId);
    return canceled || change?.canceled ? [] : [{ budget: change?.budget ?? budget, currency }];
  });
  checkTotal(total, left);
}

function contradiction(part: keyof Money, why: string) {
  const field = `total_budget.${part}`;
  return refused("INVALID_REQUEST", `${field}: ${why}: leave it out, or correct it`, field);
}

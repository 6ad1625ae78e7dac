import type { Caller } from "../caller.ts";
import type { DeclaredAccount } from "./declared-account.ts";
import { findDeclaredAccount, insertAccount } from "./store.ts";

/** `taken` if the caller has already declared that brand and operator under another id, or another account under that id. */
type Seeded = "seeded" | "taken";

/** Declares a sandbox account under an id that the caller chooses. Repeating it gives the same account, whatever its status. */
export function seedAccount({ side, ...caller }: Caller, account: DeclaredAccount): Promise<Seeded> {
  return side.write(async ({ db, now }) => {
    if (await insertAccount(db, side.customerId, caller, account, now)) return "seeded";
    const known = await findDeclaredAccount(db, side.customerId, caller, account.accountId);
    return known && isSame(known, account) ? "seeded" : "taken";
  });
}

function isSame(a: DeclaredAccount, b: DeclaredAccount): boolean {
  return (
    a.sandbox === b.sandbox && a.brandDomain === b.brandDomain && a.brandId === b.brandId && a.operator === b.operator
  );
}

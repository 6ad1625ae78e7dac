import { newId } from "../../../ground/kernel/ids.ts";
import type { Caller } from "../caller.ts";
import type { AccountTerms, DeclaredAccount, NaturalKey } from "./declared-account.ts";
import { findByNaturalKey, insertAccount, updateTerms } from "./store.ts";

export interface Declaration {
  readonly account: DeclaredAccount;
  readonly action: "created" | "updated" | "unchanged";
}

/** Declares an account; declaring it again gives the same account. A dry run only says what would happen. */
export function declareAccount(
  { side, ...caller }: Caller,
  key: NaturalKey,
  terms: AccountTerms,
  dryRun: boolean,
): Promise<Declaration> {
  return side.write(async ({ db, now, random }) => {
    const find = () => findByNaturalKey(db, side.customerId, caller, key);
    const fresh = { ...key, ...terms, accountId: newId("account", random), status: "active" } as const;
    const make = async () => dryRun || (await insertAccount(db, side.customerId, caller, fresh, now));
    const known = (await find()) ?? ((await make()) ? undefined : await find());
    if (!known) return { account: fresh, action: "created" };
    const account = {
      ...known,
      billing: terms.billing ?? known.billing,
      paymentTerms: terms.paymentTerms ?? known.paymentTerms,
    };
    if (account.billing === known.billing && account.paymentTerms === known.paymentTerms)
      return { account: known, action: "unchanged" };
    if (!dryRun) await updateTerms(db, side.customerId, caller, account);
    return { account, action: "updated" };
  });
}

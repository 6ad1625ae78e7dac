import { z } from "zod";
import { ACCOUNT_STATUSES, forceAccountStatus, seedAccount } from "../../../supply/callers/index.ts";
import { Brand, Domain, fromAdcpNaturalKey } from "../words/account.ts";
import { fault, moved, scenario } from "./scenario.ts";

export const forceAccount = scenario(
  z.object({ account_id: z.string(), status: z.enum(ACCOUNT_STATUSES) }),
  async ({ account_id, status }, { resolved }) => {
    const forced = await forceAccountStatus(resolved.caller, account_id, status);
    if (!forced) return fault("NOT_FOUND", `params.account_id: you have no sandbox account ${account_id} here`);
    return moved(forced.before, status, forced.done, "an account");
  },
);

const Fixture = z.object({
  brand: Brand,
  operator: Domain,
  billing: z.string().max(100).nullable().default(null),
  payment_terms: z.string().max(100).nullable().default(null),
  status: z.enum(ACCOUNT_STATUSES).default("active"),
});

export const seedOneAccount = scenario(
  z.object({ account_id: z.string().min(1).max(255), fixture: Fixture }),
  async ({ account_id: accountId, fixture }, trial) => {
    const { brand, operator, billing, payment_terms: paymentTerms, status } = fixture;
    const key = await fromAdcpNaturalKey({ brand, operator, sandbox: true }, trial);
    const seeded = await seedAccount(trial.resolved.caller, { ...key, accountId, billing, paymentTerms, status });
    if (seeded === "seeded") return { success: true };
    return fault("INVALID_PARAMS", "params: you have declared this account differently: see list_accounts");
  },
);

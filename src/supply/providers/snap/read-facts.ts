import type { AnyJob } from "../contract/job.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { type Facts, NO_FACTS } from "../contract/template.ts";
import { accountIn } from "../kit/account.ts";
import { textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readItems } from "./errors.ts";
import { encoded, snapRequest } from "./requests.ts";

/**
 * The daily minimum, which is only published for daily budgets and in dollars [O ad-squads]; that it applies to
 * lifetime budgets is [K].
 */
const LEAST_A_DAY = { currency: "USD", minimum: { amount: "5", per: "day" } } as const;

/** Reads the account again, because its currency determines the minimum. Snap has no identities for ads. */
export const readFacts: AnyJob<null, Facts> = sequence<null, Facts, Facts>(
  () => [
    {
      request: (_, __, ctx) => snapRequest("GET", `/adaccounts/${encoded(accountIn(ctx).externalAccountId)}`, "read"),
      read(reply, known) {
        const items = readItems(reply, "adaccounts", "adaccount");
        if (!items.ok) return items;
        const [account] = items.value;
        if (textAt(account, "id") === undefined)
          return failed(
            fault("unreadable", "the account is missing from the answer", { provider: { http: reply.status } }),
          );
        const isKnown = textAt(account, "currency") === LEAST_A_DAY.currency;
        return ok({ known: isKnown ? { ...known, minimum: LEAST_A_DAY.minimum } : known });
      },
    },
  ],
  () => NO_FACTS,
  (facts) => facts,
);

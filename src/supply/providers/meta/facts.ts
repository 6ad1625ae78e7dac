import type { ProviderRequest } from "../contract/http.ts";
import { ok } from "../contract/provider-error.ts";
import { type Facts, NO_FACTS } from "../contract/template.ts";
import { accountIn } from "../kit/account.ts";
import { fromProvider } from "../kit/money.ts";
import { textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { PAGES } from "./accounts.ts";
import { readMetaList } from "./errors.ts";
import { formOf } from "./money.ts";
import { metaRequest, underAccount } from "./requests.ts";
import { aimOf, metaTemplates } from "./templates.ts";

interface Reading {
  readonly facts: Facts;
  readonly next: ProviderRequest | null;
}

const NO_PAGE = "the consent covers no Page, and every ad is published as one";

/** Reads the daily minimum in the account's currency, and the Pages. */
export const metaFacts = sequence<null, Reading, Facts>(
  () => [
    {
      request: (_, __, ctx) => metaRequest("GET", underAccount(ctx, "minimum_budgets"), "read"),
      read(reply, known, _, ctx) {
        const listed = readMetaList(reply);
        if (!listed.ok) return listed;
        const { currency } = accountIn(ctx);
        const row = listed.value.items.find((item) => textAt(item, "currency") === currency);
        const least = (name: string) => {
          const amount = fromProvider(textAt(row, name), currency, formOf(currency));
          return amount === undefined ? undefined : ({ amount, per: "day" } as const);
        };
        const minimum = least("min_daily_budget_imp") ?? null;
        const own = metaTemplates.flatMap(({ id }) => {
          const found = least(aimOf(id).minimum);
          return found ? [[id, found] as const] : [];
        });
        return ok({ known: { ...known, facts: { ...known.facts, minimum, minimums: Object.fromEntries(own) } } });
      },
    },
    {
      request: (_, { next }) => next ?? PAGES,
      read(reply, { facts }) {
        const listed = readMetaList(reply);
        if (!listed.ok) return listed;
        const { items, next } = listed.value;
        const pages = items.flatMap((item) => {
          const id = textAt(item, "id");
          return id === undefined ? [] : [{ id, name: textAt(item, "name") ?? id }];
        });
        const identities = [...facts.identities, ...pages];
        return ok({ known: { facts: { ...facts, identities }, next }, again: next !== null });
      },
    },
  ],
  () => ({ facts: NO_FACTS, next: null }),
  ({ facts }) => ({
    ...facts,
    withheld: facts.identities.length > 0 ? {} : Object.fromEntries(metaTemplates.map(({ id }) => [id, NO_PAGE])),
  }),
);

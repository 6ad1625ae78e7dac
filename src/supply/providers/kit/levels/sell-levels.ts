import type { Adapter } from "../../contract/adapter.ts";
import { checkAmounts, checkOneAim } from "../buying.ts";
import type { MoneyForm } from "../money.ts";
import { changeLevels, cleanUpLevels } from "./change-levels.ts";
import { createLevels } from "./create-levels.ts";
import type { Levels } from "./levels.ts";
import { readLevels } from "./read-levels.ts";
import { switchAdOf } from "./show-ad.ts";

type Sales = NonNullable<Adapter["sales"]>;

interface Selling extends Pick<Sales, "show" | "report"> {
  /** The objective of a campaign, by template; a buy has only one. */
  readonly objectiveOf: (templateId: string) => string;
  readonly money: (currency: string) => { readonly form: MoneyForm; readonly decimals: string };
}

/** The sales part of an adapter for a platform with campaigns, groups and ads. */
export function sellLevels(levels: Levels, { show, report, objectiveOf, money }: Selling): Sales {
  return {
    check(plan, account) {
      const one = checkOneAim(plan, objectiveOf, levels.displayName);
      const { form, decimals } = money(account.currency);
      return one.ok ? checkAmounts(plan, account, form, decimals) : one;
    },
    create: createLevels(levels),
    change: changeLevels(levels),
    read: readLevels(levels),
    show,
    switchAd: switchAdOf(levels),
    report,
    cleanUp: cleanUpLevels(levels),
  };
}

/** In millionths, as on most platforms. */
export const IN_MICROS = () => ({ form: "micros", decimals: "at most six decimals" }) as const;

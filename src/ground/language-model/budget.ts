import { dayOf } from "../kernel/clock.ts";

/** What a process may spend on a model in a UTC day. */
export interface Budget {
  /** Whether there is anything left. */
  isOpen(at: Date): boolean;
  spend(usd: number, at: Date): void;
}

export function openBudget(mostUsdADay: number): Budget {
  let today = "";
  let spent = 0;
  const spentOn = (at: Date) => (dayOf(at) === today ? spent : 0);
  return {
    isOpen: (at) => spentOn(at) < mostUsdADay,
    spend(usd, at) {
      spent = spentOn(at) + usd;
      today = dayOf(at);
    },
  };
}

export interface Tokens {
  readonly input: number;
  readonly output: number;
}

export function costOf(
  { input, output }: Tokens,
  prices: { readonly inputUsd: number; readonly outputUsd: number },
): number {
  return (input * prices.inputUsd + output * prices.outputUsd) / 1_000_000;
}

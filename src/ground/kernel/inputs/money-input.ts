import { z } from "zod";
import { currencyInput } from "../currency.ts";
import { decimalOf, minorDigits, placesOf } from "../money.ts";

/** No JSON number can represent more digits of any currency exactly. */
export const MOST_AMOUNT = 1e12;
/** Prices may be finer than the smallest coin, but none is finer than this. */
const MOST_PLACES = 8;

const amount = z.number().max(MOST_AMOUNT);
const finest = (value: string) => placesOf(value) <= MOST_PLACES;
const TOO_FINE = `an amount may have at most ${MOST_PLACES} decimals`;

/**
 * An amount in major units, for every transport, as exact as it was written: greater than zero, and at most 1e12. If its currency only
 * becomes known later, `checkMinorUnits` checks the number of decimals.
 */
export const amountInput = amount.positive().transform(decimalOf).refine(finest, TOO_FINE);

/** The same if zero is allowed: a floor, or the low end of a range. */
export const amountOrZeroInput = amount.nonnegative().transform(decimalOf).refine(finest, TOO_FINE);

/** An amount with its currency, no finer than the currency's minor unit. */
export const moneyInput = z
  .object({
    amount: amountInput,
    currency: currencyInput,
  })
  .transform((money, context) => {
    const { amount: value, currency } = money;
    const digits = minorDigits(currency);
    if (placesOf(value) <= digits) return money;
    const message = `${value} has more than ${digits} decimals, the most that ${currency} has`;
    context.addIssue({ code: "custom", path: ["amount"], message });
    return z.NEVER;
  });

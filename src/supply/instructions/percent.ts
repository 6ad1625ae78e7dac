import { z } from "zod";
import { type Decimal, decimalOf } from "../../ground/kernel/money.ts";

/** A discount as it comes in: a JSON number from 0 to 100, kept as the exact decimal it was written as. */
export const percentInput = z
  .number()
  .min(0)
  .max(100)
  .transform((percent): Decimal => decimalOf(percent));

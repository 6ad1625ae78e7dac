import { z } from "zod";
import { type Decimal, decimalOf } from "../../ground/kernel/money.ts";

/** A discount as sent: a JSON number from 0 to 100, stored as the exact decimal that was written. */
export const percentInput = z
  .number()
  .min(0)
  .max(100)
  .transform((percent): Decimal => decimalOf(percent));

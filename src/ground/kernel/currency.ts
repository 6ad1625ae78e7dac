import { z } from "zod";

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** An ISO-4217 code. */
export const currencyInput = z
  .string()
  .refine((code) => KNOWN.has(code), "a currency must be an ISO 4217 code, such as USD");

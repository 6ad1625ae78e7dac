import { z } from "zod";

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** An ISO-4217 code, in upper or lower case. */
export const currencyInput = z
  .string()
  .toUpperCase()
  .refine((code) => KNOWN.has(code), "a currency must be an ISO 4217 code, such as USD");

import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import { checkMailDomain } from "./disposable-domain.ts";

/** What everybody who signs up has to state, with or without a join link. */
export const SignUpFields = z.object({
  companyName: z.string().trim().min(1).max(255),
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().min(1).max(255).optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "a language must be a BCP 47 tag, such as de or pt-BR")
    .max(35)
    .optional()
    .describe("The language for emails"),
  acceptTerms: z.literal(true, { error: "signing up needs your consent to the terms of service" }),
  termsVersion: z.string().max(32).optional().describe("The version that was read; by default the current one"),
});

/** Throws `Invalid` if the terms that were accepted are not the current ones, or the address is disposable. */
export function checkSignUp(
  { installation }: Pick<Context, "installation">,
  { email, termsVersion }: { readonly email: string; readonly termsVersion?: string | undefined },
): void {
  checkMailDomain(email);
  if (termsVersion === undefined || termsVersion === installation.termsVersion) return;
  throw new Invalid(`termsVersion: the terms in force are ${installation.termsVersion}, not ${termsVersion}`, {
    field: "termsVersion",
  });
}

import { z } from "zod";
import { BrandAnswer, ErrorAnswer, PageAnswer } from "./parts.ts";

const AccountAnswer = z.object({
  account_id: z.string(),
  name: z.string(),
  advertiser: z.string(),
  brand: BrandAnswer,
  operator: z.string(),
  status: z.string(),
  sandbox: z.boolean(),
  billing: z.string().optional(),
  payment_terms: z.string().optional(),
  notification_configs: z
    .array(
      z.object({
        subscriber_id: z.string(),
        url: z.string(),
        event_types: z.array(z.string()),
        authentication: z.object({ schemes: z.array(z.string()) }).optional(),
        active: z.boolean(),
      }),
    )
    .optional(),
});

export const AccountsAnswer = z.object({ accounts: z.array(AccountAnswer), pagination: PageAnswer });

export const SyncedAccountsAnswer = z.object({
  dry_run: z.boolean().optional(),
  accounts: z.array(
    AccountAnswer.omit({ advertiser: true })
      .partial({ account_id: true, name: true, sandbox: true })
      .extend({
        action: z.enum(["created", "updated", "unchanged", "failed"]),
        errors: z.array(ErrorAnswer).optional(),
      }),
  ),
});

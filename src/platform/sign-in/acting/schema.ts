import { z } from "zod";
import { integerId, wholeNumber } from "../../../ground/kernel/query.ts";
import { isOver, type ListedGrant, MOST_MINUTES, USUAL_MINUTES } from "./acting-grant.ts";

export const StartActingBody = z.object({
  customerId: integerId("customerId").describe("The organisation to act for; not one that runs the installation"),
  reason: z
    .string()
    .trim()
    .min(10, "reason: say in a sentence why; the organisation reads it")
    .max(500)
    .describe("Shown to the organisation"),
  minutes: wholeNumber("minutes", 5, MOST_MINUTES)
    .default(USUAL_MINUTES)
    .describe("It ends automatically after this many minutes"),
  mayWrite: z.boolean().default(false).describe("Otherwise everything can be read and nothing changed"),
});

export const GrantPath = z.object({ grantId: z.string().max(64) });

export const ActingGrantView = z
  .object({
    id: z.string(),
    customerId: z
      .int()
      .describe("The value for the header X-Interchange-Organisation, in the session in which it began"),
    company: z.string(),
    userEmail: z.string().describe("The operator who acts"),
    reason: z.string(),
    mayWrite: z.boolean(),
    startedAt: z.iso.datetime(),
    endsAt: z.iso.datetime().describe("When it ended, or will end automatically"),
    active: z.boolean(),
  })
  .meta({ id: "ActingGrant" });

export function viewOf(grant: ListedGrant, wall: Date): z.input<typeof ActingGrantView> {
  const { grantId, customerId, company, userEmail, reason, mayWrite, startedAt, endedAt, expiresAt } = grant;
  return {
    id: grantId,
    customerId,
    company,
    userEmail,
    reason,
    mayWrite,
    startedAt: startedAt.toISOString(),
    endsAt: (endedAt ?? expiresAt).toISOString(),
    active: !isOver(grant, wall),
  };
}

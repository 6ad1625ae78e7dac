import { z } from "zod";
import { step } from "../../ground/kernel/step.ts";
import type { SecretPlace } from "../../ground/vault/index.ts";
import { MailBrandInput } from "./mail-brand.ts";
import { renderMail } from "./render-mail.ts";
import { TEMPLATES } from "./templates/words.ts";

const MailJob = z.object({
  customerId: z.int(),
  mailId: z.uuid(),
  to: z.string(),
  template: z.enum(TEMPLATES),
  language: z.string(),
  name: z.string(),
  lifeMs: z.int(),
  reason: z.string().optional(),
  brand: MailBrandInput.optional(),
  sealedLink: z.string(),
});

/** Renders and sends a mail at least once; a repetition has the same Message-ID. */
export const sendMail = step({
  name: "mail.send",
  // People who sign up receive mail before they have an organisation.
  reach: "installation",
  input: MailJob,
  claim: async (posted) => posted,
  async call({ customerId, mailId, to, sealedLink, ...letter }, { mail, vault, installation }) {
    const link = vault.open(sealedLink, linkPlace({ customerId, mailId }));
    const messageId = `<${mailId}@${new URL(installation.publicUrl).hostname}>`;
    await mail.send({ to, messageId, ...renderMail({ ...letter, link }) });
  },
  settle: async () => undefined,
});

/** The context to which a mail link's encryption is bound: only its own job. */
export function linkPlace({ customerId, mailId }: { customerId: number; mailId: string }): SecretPlace {
  return { customerId, table: "jobs", rowId: mailId, field: "link" };
}

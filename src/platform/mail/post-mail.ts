import type { Context } from "../../ground/kernel/context.ts";
import { newUuid } from "../../ground/kernel/ids.ts";
import type { MailBrand } from "./mail-brand.ts";
import { linkPlace, sendMail } from "./send-mail.ts";
import type { Template } from "./templates/words.ts";

/** A mail with a link that stays secret until it is opened. */
export interface LinkMail {
  /** The organisation to which the addressee belongs. */
  readonly customerId: number;
  readonly to: string;
  readonly template: Template;
  /** BCP 47; if mail is not available in this language, English is used. */
  readonly language: string;
  readonly name: string;
  readonly link: string;
  /** How long the link works; 0 for a link to a page that anybody may open. */
  readonly lifeMs: number;
  /** Why the person was refused. */
  readonly reason?: string;
  /** The brand of the storefront that sends it; undefined if none does. */
  readonly brand?: MailBrand | undefined;
}

/** Enqueues a mail, which is sent after this transaction commits. Its job contains the link in encrypted form. */
export async function postMail(
  { random, vault, enqueue }: Pick<Context, "random" | "vault" | "enqueue">,
  { link, ...letter }: LinkMail,
): Promise<void> {
  const mailId = newUuid(random);
  const sealedLink = vault.seal(link, linkPlace({ customerId: letter.customerId, mailId }));
  await enqueue(sendMail, { ...letter, mailId, sealedLink });
}

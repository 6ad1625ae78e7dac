import type { Context } from "../../ground/kernel/context.ts";
import { newUuid } from "../../ground/kernel/ids.ts";
import type { MailBrand } from "./mail-brand.ts";
import { linkPlace, sendMail } from "./send-mail.ts";
import type { Template } from "./templates/words.ts";

/** A mail with a link that is a secret until it is opened. */
export interface Letter {
  /** Whom the addressee belongs to. */
  readonly customerId: number;
  readonly to: string;
  readonly template: Template;
  /** BCP 47; English where mail is not written in it. */
  readonly language: string;
  readonly name: string;
  readonly link: string;
  /** For how long the link works; 0 for one to a page that anybody may open. */
  readonly lifeMs: number;
  /** Why somebody was refused. */
  readonly reason?: string;
  /** The storefront's that causes it; undefined where none does. */
  readonly brand?: MailBrand | undefined;
}

/** Enqueues a mail for after this transaction commits. Its job contains the link encrypted. */
export async function postMail(
  { random, vault, enqueue }: Pick<Context, "random" | "vault" | "enqueue">,
  { link, ...letter }: Letter,
): Promise<void> {
  const mailId = newUuid(random);
  const sealedLink = vault.seal(link, linkPlace({ customerId: letter.customerId, mailId }));
  await enqueue(sendMail, { ...letter, mailId, sealedLink });
}

import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { Invalid } from "../../ground/kernel/errors.ts";
import type { MailBrand, Template } from "../mail/index.ts";

/** What opening a link does: verifies a new address, signs in, or joins a storefront with an existing account. */
export type LinkPurpose = "verify" | "sign_in" | "attach";

export interface MailLinkRequest {
  readonly customerId: number;
  readonly userId: number;
  readonly email: string;
  readonly purpose: LinkPurpose;
  /** The join link through which it was requested, if any. */
  readonly joinLinkId?: number | undefined;
  /** The kind of mail, if it differs from the purpose: an approval contains a link that signs in. */
  readonly template?: "approved" | "welcome" | undefined;
  /** BCP 47. */
  readonly language: string;
  /** The name in the mail: the storefront's or, for a plain sign-in, the organisation's. */
  readonly name: string;
  /** The brand of the storefront that sends the mail. */
  readonly brand?: MailBrand | undefined;
  /** The link's path, below the installation's URL; `token` is added to its query. */
  readonly path: string;
}

/** What opening a link has proved: that this person can read their mail. */
export interface Proof {
  readonly customerId: number;
  readonly userId: number;
  readonly email: string;
  readonly purpose: LinkPurpose;
  readonly joinLinkId: number | null;
}

/** What an unopened link would prove. A person who was invited may not exist yet. */
export interface LinkSubject extends Pick<Proof, "customerId" | "email" | "joinLinkId"> {
  readonly purpose: LinkPurpose | "invite";
}

/** How long a link works, by kind of mail. The links in approvals last longer, because approvals take longer. */
export const LIFE_MS: Readonly<Record<Exclude<Template, "invite" | "sign_up" | "refused">, number>> = {
  verify: 24 * HOUR_MS,
  attach: 24 * HOUR_MS,
  sign_in: 15 * MINUTE_MS,
  approved: 7 * DAY_MS,
  welcome: 7 * DAY_MS,
};

/** The same answer for a link that was used, has expired or was never sent, so that guessing reveals nothing. */
export class MailLinkInvalid extends Invalid {
  constructor() {
    super("token: this link has been used, has expired or was never sent: ask for a new one", { field: "token" });
  }
}

import type { Log } from "../../ground/kernel/log.ts";
import type { MailTransport } from "../../ground/kernel/mail.ts";
import { openFolder } from "./folder.ts";
import { openSmtp } from "./smtp.ts";

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password if the server requires them; null to use the folder. */
  readonly smtpUrl: string | null;
  /** An address, optionally preceded by a name: `Acme Market <market@acme.example>`. */
  readonly from: string;
}

/** The operator's mail server; without one, messages are written to a folder, where a person or a test finds them. */
export function openMail({ smtpUrl, from }: MailSettings, folder: string, log: Log): MailTransport {
  return smtpUrl === null ? openFolder(folder, from, log) : openSmtp(smtpUrl, from);
}

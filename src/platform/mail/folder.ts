import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../../ground/kernel/log.ts";
import type { MailTransport } from "../../ground/kernel/mail.ts";
import { messageOf } from "./message.ts";

/**
 * Writes each message to a file that mail programs can open. It is named by the Message-ID, so a message that is sent again goes to the
 * same file.
 */
export function openFolder(folder: string, from: string, log: Log): MailTransport {
  return {
    async send(mail) {
      // Loaded with the first message, so that it does not slow down the start.
      const { createTransport } = await import("nodemailer");
      const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
      const { message } = await composer.sendMail(messageOf(mail, from));
      const file = join(
        folder,
        `${
          mail.messageId
            .replaceAll(/[^\w-]+/g, " ")
            .trim()
            .split(" ", 1)[0] ?? ""
        }.eml`,
      );
      // Its content gives access, so only the operator must be able to read it.
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, message, { mode: 0o600 });
      log.info({ to: mail.to, subject: mail.subject, file }, "mail written to a folder: SMTP_URL is not set");
    },
  };
}

import type { SendMailOptions } from "nodemailer";
import type { Mail } from "../../ground/kernel/mail.ts";

/** A mail as nodemailer takes it. The address is no text to be parsed, so it cannot be two; nothing is ever fetched. */
export function messageOf({ to, ...mail }: Mail, from: string): SendMailOptions {
  return {
    ...mail,
    from,
    to: { name: "", address: to },
    // Automatic responders ignore this mail (RFC 3834 §5).
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

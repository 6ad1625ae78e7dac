import type { SendMailOptions } from "nodemailer";
import type { Mail } from "../../ground/kernel/mail.ts";

/** A mail for nodemailer. The address is passed as an object, so it cannot be read as two; nothing is ever fetched. */
export function messageOf({ to, ...mail }: Mail, from: string): SendMailOptions {
  return {
    ...mail,
    from,
    to: { name: "", address: to },
    // Tells automatic responders to ignore this mail (RFC 3834 §5).
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export type { Mail, MailTransport } from "../../ground/kernel/mail.ts";
export { type MailBrand, mailBrandOf } from "./mail-brand.ts";
export { type MailSettings, openMail } from "./open-mail.ts";
export { postMail } from "./post-mail.ts";
export { sendMail } from "./send-mail.ts";
export type { Template } from "./templates/words.ts";

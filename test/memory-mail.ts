import type { Mail, MailTransport } from "../src/ground/kernel/mail.ts";

/** A transport that stores its messages in order. */
export interface MemoryMail extends MailTransport {
  readonly messages: readonly Mail[];
}

export function memoryMail(): MemoryMail {
  const messages: Mail[] = [];
  return { messages, send: async (mail) => void messages.push(mail) };
}

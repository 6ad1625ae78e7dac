/** A message in words, to one address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same each time a mail is sent again, so that whoever gets it twice can tell: `<id@domain>` (RFC 5322 §3.6.4). */
  readonly messageId: string;
}

export interface MailTransport {
  /** Throws where the message was not taken over by whoever is next on its way. */
  send(mail: Mail): Promise<void>;
}

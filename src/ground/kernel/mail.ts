/** A text message to one address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same each time a mail is sent again, so that receivers can recognise duplicates: `<id@domain>` (RFC 5322 §3.6.4). */
  readonly messageId: string;
}

export interface MailTransport {
  /** Throws if the next server did not accept the message. */
  send(mail: Mail): Promise<void>;
}

/** What mail is about. */
export const TEMPLATES = [
  "verify",
  "sign_in",
  "attach",
  "approved",
  "invite",
  "sign_up",
  "welcome",
  "refused",
] as const;
export type Template = (typeof TEMPLATES)[number];

/**
 * All mail texts in one language. `name` is the storefront's, in `sign_in`, `invite` and `welcome` the organisation's,
 * and in `sign_up` and `refused` the installation's.
 */
export interface MailWords {
  readonly direction: "ltr" | "rtl";
  readonly greeting: string;
  readonly letters: Readonly<Record<Template, LetterWords>>;
  /** How often and how long the link works; `life` is a duration, such as "24 hours". */
  readonly once: (life: string) => string;
  readonly unasked: string;
}

interface LetterWords {
  readonly subject: (name: string) => string;
  /** `reason` is in the words of the person who decided. */
  readonly lead: (name: string, reason: string) => string;
  /** What the link is called. */
  readonly action: string;
}

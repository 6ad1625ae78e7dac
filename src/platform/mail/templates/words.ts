/** The kinds of mail. */
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
 * All mail texts in one language. `name` is that of the storefront; in `sign_in`, `invite` and `welcome` it is that of the organisation,
 * and in `sign_up` and `refused` that of the installation.
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
  /** The label of the link. */
  readonly action: string;
}

/** What mail is about. */
export const TEMPLATES = ["verify", "sign_in", "attach", "approved", "invite"] as const;
export type Template = (typeof TEMPLATES)[number];

/** Everything that mail says in one language. `name` is the storefront's, and in `sign_in` and `invite` the organisation's. */
export interface MailWords {
  readonly direction: "ltr" | "rtl";
  readonly greeting: string;
  readonly letters: Readonly<Record<Template, LetterWords>>;
  /** How often and how long the link works; `life` is a length of time, such as "24 hours". */
  readonly once: (life: string) => string;
  readonly unasked: string;
}

interface LetterWords {
  readonly subject: (name: string) => string;
  readonly lead: (name: string) => string;
  /** What the link is called. */
  readonly action: string;
}

/** The table of contents. Every page of `docs` is here or below a folder that is; a test checks this. */
interface Chapter {
  readonly title: string;
  readonly about: string;
  /** Below `docs`, without their ending. */
  readonly pages: readonly string[];
}

export const CHAPTERS: readonly Chapter[] = [
  {
    title: "Tutorials",
    about: "Learn by doing, one desk at a time.",
    pages: ["tutorials/buy", "tutorials/sell", "tutorials/run", "first-buy"],
  },
  {
    title: "How-to",
    about: "How to do something, step by step, if you know what you want.",
    pages: [
      "self-hosting",
      "containers",
      "scaling",
      "archives",
      "privacy",
      "signing-in",
      "selling",
      "sponsored-buyers",
      "storefront-agent",
      "agents",
      "connect-clients",
      "providers",
      "kevel",
      "writing-a-seller",
      "writing-a-module",
      "writing-an-adapter",
    ],
  },
  {
    title: "Reference",
    about: "Every operation, command, state and word.",
    pages: [
      "reference/buyer",
      "reference/storefront",
      "reference/operator",
      "command-line",
      "console",
      "states",
      "dispatches",
      "glossary",
      "api/operations",
      "api/drift",
      "api/storefront-drift",
    ],
  },
  {
    title: "Explanation",
    about: "How it works, what it guarantees, and why.",
    pages: ["concepts", "promises", "walks", "decisions"],
  },
];

/** Read on the way to others, and not in any menu. */
export const UNLISTED = /^(decisions|reference)\//;

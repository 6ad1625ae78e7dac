import type { Side } from "../../openapi.ts";
import { BUYER_JOURNEY } from "./buyer-journey.ts";
import { BUYER_WORDS, BUYERS_ASK } from "./buyer-words.ts";
import { COMMON_WORDS } from "./common-words.ts";
import { FOREIGN_WORDS } from "./foreign-words.ts";
import type { Handbook, Words } from "./handbook.ts";
import { SELLER_JOURNEY } from "./seller-journey.ts";
import { SELLER_WORDS, SELLERS_ASK } from "./seller-words.ts";

export type { Handbook, Step } from "./handbook.ts";

/** Matches `how do I start?`, `what can this do?`, `give me an overview`. */
const GENERAL =
  "begin complete first guide help interchange journey marketplace next onboard overview process quick start started step steps system tutorial whole work works workflow";

export const HANDBOOKS: Readonly<Record<Side, Handbook>> = {
  buyer: {
    journey: BUYER_JOURNEY,
    journeyTitle: "From nothing to a delivery report",
    words: wordsOf(BUYER_WORDS),
    asked: BUYERS_ASK,
    general: `${GENERAL} ads advertising buy buying flow go media purchase run`,
    othersRead: ["selling.md", "self-hosting.md"],
  },
  storefront: {
    journey: SELLER_JOURNEY,
    journeyTitle: "From nothing to the first order",
    words: wordsOf(SELLER_WORDS),
    asked: SELLERS_ASK,
    general: `${GENERAL} advertising business flow go inventory media run sell selling supply`,
    othersRead: ["first-buy.md", "self-hosting.md"],
  },
  operator: {
    journey: [],
    journeyTitle: "",
    words: wordsOf({}),
    asked: {},
    general: GENERAL,
    othersRead: [],
  },
};

/** A side's own words take precedence over everybody's; for words in other languages, all their possible English meanings are included. */
function wordsOf(own: Words): Words {
  const english = { ...COMMON_WORDS, ...own };
  const meaning = (word: string) => [word, ...(Object.hasOwn(english, word) ? [english[word]] : [])].join(" ");
  const foreign = Object.entries(FOREIGN_WORDS).map(([said, words]) => [said, words.split(" ").map(meaning).join(" ")]);
  return { ...Object.fromEntries(foreign), ...english };
}

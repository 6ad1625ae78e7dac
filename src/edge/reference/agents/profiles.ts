import type { Side } from "../openapi.ts";

/** The sides of the market for which agents act. */
export type AgentSide = Exclude<Side, "operator">;
export const SKILLED: readonly AgentSide[] = ["buyer", "storefront"];

/** What is specific to an agent's work for one side. */
export interface Profile {
  readonly title: string;
  /** For readers who are deciding whether to read on. */
  readonly description: string;
  readonly tools: readonly string[];
  /** The first thing to ask. */
  readonly toAsk: string;
  readonly rules: readonly string[];
}

export const PROFILES: Readonly<Record<AgentSide, Profile>> = {
  buyer: {
    title: "Interchange for buyers",
    description:
      "Buy advertising from many sellers through Interchange: discover products from a brief, add them to a " +
      "campaign, execute it, read delivery. Use it whenever a task is to plan, buy, change or report on media there.",
    tools: ["accept_tos", "ask_about_capability", "api_call", "health"],
    toAsk: "",
    rules: [
      "Money is in major units with its ISO 4217 currency. An advertiser has one currency, and a campaign is in it.",
      "Ask for the status of media buys at most every 30 seconds.",
      "A media buy that is not running says `why`: what it is waiting for, who has to act, since when, and what to do next. If your user has to act, tell them.",
    ],
  },
  storefront: {
    title: "Interchange for sellers",
    description:
      "Sell advertising through Interchange: connect inventory sources to a storefront, open it, invite advertisers, " +
      "decide what is waiting for a person. Use it whenever a task is to set up, check or run a storefront there.",
    tools: ["accept_tos", "ask_murph", "ask_about_capability", "api_call", "health"],
    toAsk:
      "Over MCP, ask `ask_murph` whatever you want to know: the answer begins with what blocks the storefront and what is waiting for you, each with the call that resolves it.\n\n",
    rules: [
      "A storefront begins closed, and does not open while a readiness check blocks: the error names each.",
      "Secrets that you send (`auth`) are encrypted and never shown again.",
      "A person decides which buyers to admit: before you approve, suspend or archive, ask your user.",
    ],
  },
};

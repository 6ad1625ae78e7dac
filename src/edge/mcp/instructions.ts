import type { McpServerKind } from "./endpoints.ts";

const RULES =
  "Send an idempotencyKey with writes, and the same one when you repeat one. An error says what to do in its suggestion. Money is in major units of the currency, times are ISO 8601 in UTC.";

/** What an agent reads about a server before it makes its first request. */
export const INSTRUCTIONS: Readonly<Record<McpServerKind, string>> = {
  buyer: `Interchange is a marketplace for advertising. You act for a buyer: find products at many sellers, buy from all of them in one campaign, and read what was delivered.

1. accept_tos, once for the organisation: until then every write is refused.
2. ask_about_capability "how do I buy?" for the whole journey with an example of each step. Ask again before an operation that you have not used: the answer has its exact path, every field and the errors.
3. api_call does the operation. Ids in examples are made up: take them from the answers you get.

${RULES}`,
  storefront: `Interchange is a marketplace for advertising. You act for a seller: put inventory sources behind a storefront, open it, invite advertisers, and deal with what waits for a person.

1. accept_tos, once for the organisation: until then every write is refused.
2. ask_murph "why am I not live?", or anything else: the answer begins with what blocks you and the call that resolves it.
3. ask_about_capability "how do I sell?" for the whole journey with an example of each step. Ask again before an operation that you have not used: the answer has its exact path, every field and the errors.
4. api_call does the operation. Ids in examples are made up: take them from the answers you get.

${RULES}`,
};

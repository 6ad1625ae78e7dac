import { stringify } from "yaml";
import { MOUNTS } from "../../http/mount.ts";
import { type Guide, journeyMarkdown, lineOf } from "../capabilities/index.ts";
import { CONTRACT_VERSION } from "../openapi.ts";

/** What an agent reads before it buys: how to connect, the rules, the journey, and everything there is. */
export function skillOf(guide: Guide, publicUrl: string): string {
  const head = {
    name: "interchange-buyer",
    description:
      "Buy advertising from many sellers through Interchange: discover products by brief, put them in a campaign, execute it, read delivery. Use it whenever a task is to plan, buy, change or report on media there.",
    version: CONTRACT_VERSION,
    api: publicUrl + MOUNTS.buyer,
    mcp: `${publicUrl}/mcp/buyer`,
  };
  return `---\n${stringify(head, { lineWidth: 0 })}---\n\n${[connecting(publicUrl), RULES, journeyMarkdown(guide), everything(guide, publicUrl)].join("\n\n")}\n`;
}

function connecting(publicUrl: string): string {
  return `# Interchange for buyers

## Connect

An API key (\`scope3_…\`) opens both ways in; send it as \`Authorization: Bearer <key>\`.

- MCP: \`${publicUrl}/mcp/buyer\`, streamable HTTP. Tools: \`accept_tos\`, \`ask_about_capability\`, \`api_call\`, \`health\`.
- REST: \`${publicUrl}${MOUNTS.buyer}\`, JSON both ways.

Over MCP, ask \`ask_about_capability\` before you use an operation for the first time: it answers with the exact path, every field, an example and the errors. Over REST, the same stands at \`${publicUrl}${MOUNTS.buyer}/docs\`.`;
}

const RULES = `## Rules

- Every answer is \`{ "data", "error", "meta" }\`, one of the first two being null. \`error.code\` is for you, \`error.message\` says what to do, and \`error.details.issues\` has everything that is wrong with an input.
- The terms come first: until \`accept_tos\` (\`POST /accept-tos\`) reads work, and every write is 403 TOS_ACCEPTANCE_REQUIRED.
- Send an \`Idempotency-Key\` (over MCP \`idempotencyKey\`) with each write, and the same one when you repeat it: it has one effect, and the first answer comes again.
- Ids are opaque; take them from answers. Where one is a number, a text of its digits will do.
- Money is in major units with its ISO 4217 currency. An advertiser has one currency, and a campaign is in it.
- Times are ISO 8601; days of reports are UTC.
- Lists take \`take\` and \`skip\`, or \`limit\` and \`offset\`; how many there are stands in \`total\`.
- Somebody else's resource is 404, like one that is not there.
- After 429 wait as long as \`Retry-After\` says. Ask how media buys stand not more often than every 30 seconds.
- A media buy that does not run says \`why\`: what it waits for, on whom, since when, and what to do next. Tell your user, if it is they who must act.`;

function everything({ operations, capability }: Guide, publicUrl: string): string {
  const areas = Map.groupBy(operations, ({ tag }) => tag);
  const parts = [...areas].map(([tag, ops]) => {
    const lines = ops.flatMap(({ id }) => capability(id) ?? []).map(lineOf);
    return `### ${tag}\n\n${lines.join("\n")}`;
  });
  return `## Everything there is

Each has a page at \`${publicUrl}${MOUNTS.buyer}/docs/{operation}\`, and stands in \`${publicUrl}${MOUNTS.buyer}/openapi.json\`.

${parts.join("\n\n")}`;
}

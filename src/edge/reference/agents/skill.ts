import { MOUNTS } from "../../http/mount.ts";
import { type Capability, type Guide, journeyMarkdown } from "../capabilities/index.ts";
import { CONTRACT_VERSION } from "../openapi.ts";
import { type AgentSide, PROFILES, type Profile } from "./profiles.ts";

/** What an agent should read before it acts for one side: how to connect, the rules, the journey, and all operations. */
export async function skillOf(side: AgentSide, guide: Guide, publicUrl: string): Promise<string> {
  const { stringify } = await import("yaml");
  const profile = PROFILES[side];
  const head = {
    name: `interchange-${side}`,
    description: profile.description,
    version: CONTRACT_VERSION,
    api_base_url: publicUrl + MOUNTS[side],
    mcp: `${publicUrl}/mcp/${side}`,
  };
  const parts = [
    connecting(side, profile, publicUrl),
    rules(profile),
    journeyMarkdown(guide),
    everything(guide, publicUrl),
  ];
  return `---\n${stringify(head, { lineWidth: 0 })}---\n\n${parts.join("\n\n")}\n`;
}

function connecting(side: AgentSide, { title, tools, toAsk }: Profile, publicUrl: string): string {
  const api = publicUrl + MOUNTS[side];
  return `# ${title}

## Connect

An API key (\`scope3_…\`) opens both ways in; send it as \`Authorization: Bearer <key>\`.

- MCP: \`${publicUrl}/mcp/${side}\`, streamable HTTP. Tools: ${tools.map((name) => `\`${name}\``).join(", ")}.
- REST: \`${api}\`, JSON both ways.

${toAsk}Over MCP, ask \`ask_about_capability\` before you use an operation for the first time: it answers with the exact path, every field, an example and the errors. Over REST, the same is at \`${api}/docs\`.`;
}

const RULES = `- Every answer is \`{ "data", "error", "meta" }\`, one of the first two being null. \`error.code\` is for you, \`error.message\` says what to do, and \`error.details.issues\` has everything that is wrong with an input.
- The terms come first: until \`accept_tos\` (\`POST /accept-tos\`) reads work, and every write is 403 TOS_ACCEPTANCE_REQUIRED.
- Send an \`Idempotency-Key\` (over MCP \`idempotencyKey\`) with each write, and the same one when you repeat it: it has one effect, and the first answer comes again.
- Ids are opaque; take them from answers. A number may also be sent as a string of digits.
- Lists take \`take\` and \`skip\`, or \`limit\` and \`offset\`; \`total\` is the number of all entries.
- Somebody else's resource is 404, like one that does not exist.
- Times are ISO 8601; days of reports are UTC. After 429 wait as long as \`Retry-After\` says.`;

function rules({ rules: own }: Profile): string {
  return `## Rules\n\n${[RULES, ...own.map((rule) => `- ${rule}`)].join("\n")}`;
}

function everything({ side, operations, capability }: Guide, publicUrl: string): string {
  const areas = Map.groupBy(operations, ({ tag }) => tag);
  const parts = [...areas].map(([tag, ops]) => {
    const rows = ops.flatMap(({ id }) => capability(id) ?? []).map(rowOf);
    return `### ${tag}\n\n| Method | Endpoint | Description |\n| --- | --- | --- |\n${rows.join("\n")}`;
  });
  const api = publicUrl + MOUNTS[side];
  return `## Everything there is

Each has a page at \`${api}/docs/{operation}\`, and is part of \`${api}/openapi.json\`.

${parts.join("\n\n")}`;
}

/** Paths are relative to the installation's address, because some operations have a mount of their own. */
function rowOf({ op, method, path }: Capability): string {
  return `| ${method} | \`${path}\` | ${op.summary.replaceAll("|", "\\|")} (\`${op.id}\`) |`;
}

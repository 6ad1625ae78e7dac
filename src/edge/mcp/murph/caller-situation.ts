import type { Edge } from "../../http/mount.ts";
import type { Guide } from "../../reference/index.ts";
import type { McpRequestContext } from "../tools/tool.ts";
import { type AttentionItem, callMaker, type NextCall, quotedText } from "./attention-item.ts";
import { attentionItemsOf } from "./attention-items.ts";
import { readSituation, type SellerSituation } from "./seller-situation.ts";

/** The caller's situation. */
export interface CallerSituation {
  readonly state: readonly AttentionItem[];
  /** The same in Markdown; empty if there is nothing to report. */
  readonly text: string;
}

const NOTHING: CallerSituation = { state: [], text: "" };

export async function readCallerSituation(
  guide: Guide,
  requestContext: McpRequestContext,
  edge: Pick<Edge, "host" | "keyring">,
): Promise<CallerSituation> {
  const around = await readSituation(guide, requestContext, edge);
  if (!around) return NOTHING;
  const state = attentionItemsOf(around, callMaker(guide));
  const lines = state.map(({ what, next }) => `- ${what}${next ? ` Next: ${reportedCall(next)}` : ""}`);
  const parts = [
    "## Where you stand",
    headlineOf(around),
    lines.join("\n"),
    lines.length > 0 && EXAMPLES,
    wordsOf(around),
  ];
  return { state, text: parts.filter(Boolean).join("\n\n") };
}

/** The operator's instructions for those who speak for the storefront. */
function wordsOf({ storefront, instructions }: SellerSituation): string | undefined {
  const { agentPersonality, notes, evidenceUrls = [] } = storefront?.businessProfile ?? {};
  const lines = [
    agentPersonality && `- Your voice: "${quotedText(agentPersonality, LONGEST_WORDS)}"`,
    notes && `- Your notes: "${quotedText(notes, LONGEST_WORDS)}"`,
    evidenceUrls.length > 0 && `- Your evidence: ${evidenceUrls.join(", ")}`,
    instructions &&
      `- Your operating instructions, version ${instructions.version}: "${quotedText(instructions.content, LONGEST_WORDS)}"`,
  ].filter(Boolean);
  return lines.length > 0 ? ["### What you have written", ...lines].join("\n") : undefined;
}

const LONGEST_WORDS = 1_000;
const EXAMPLES = "Replace the example values in these calls with your own.";

function headlineOf({ storefront, readiness }: SellerSituation): string {
  if (!storefront) return "You are not selling anything yet.";
  const status = readiness?.effectiveStatus ?? "unknown";
  return status === "live" ? `${storefront.name} is live.` : `${storefront.name} is ${status}, and is not selling.`;
}

function reportedCall({ operation, method, path, query, body }: NextCall): string {
  const given = [query, body].filter((part) => part !== undefined).map((part) => ` \`${JSON.stringify(part)}\``);
  return `${operation}, \`${method} ${path}\`${given.join("")}`;
}

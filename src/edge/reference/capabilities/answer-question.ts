import type { Capability } from "./capability.ts";
import type { Found, Guide } from "./guide.ts";
import { callOf, headingOf, jsonBlock, lineOf, markdownOf } from "./markdown.ts";
import { wordsOf } from "./plain-words.ts";

/** The answer to a question, in Markdown, and the operations that it concerns. */
export interface Advice {
  readonly text: string;
  readonly capabilities: readonly Capability[];
}

/** How many operations are described in full, provided they match nearly as well as the best one. */
const MOST_WHOLE = 3;
const NEARLY_AS_GOOD = 0.7;
/** How many more are named, in one line each. */
const MOST_NAMED = 8;
const WORTH_NAMING = 0.3;

/** Answers a question in plain words from the operations; for a general question, with the whole journey. */
export function answerQuestion(guide: Guide, question: string): Advice {
  const named = namedIn(guide, question.trim());
  if (named) return adviceOf(guide, [{ capability: named, score: 1 }]);
  if (guide.journey.length > 0 && isGeneral(guide, question)) return theJourney(guide);
  const found = guide.find(question);
  return found.length > 0 ? adviceOf(guide, found) : nothingFound(guide, question);
}

/** True for `how do I buy?`, `where do I start?` and `what can this do?`, but not for `who can I buy from?`, which asks for sellers. */
function isGeneral({ handbook }: Guide, question: string): boolean {
  if (/^\W*(who|which)\b/i.test(question)) return false;
  const general = new Set(wordsOf(handbook.general));
  return wordsOf(question).every((word) => general.has(word));
}

/** The operation that a question names explicitly: `createCampaign`, or `POST /api/v2/buyer/campaigns`. */
function namedIn(guide: Guide, name: string): Capability | undefined {
  const byId = guide.capability(name);
  if (byId || !name.includes("/")) return byId;
  return guide.operations
    .flatMap(({ id }) => guide.capability(id) ?? [])
    .find(({ method, path }) => `${method} ${path}` === name);
}

function adviceOf(guide: Guide, found: readonly Found[]): Advice {
  const whole = found.slice(0, MOST_WHOLE).filter(({ score }) => score >= NEARLY_AS_GOOD);
  const named = found.slice(whole.length, MOST_NAMED).filter(({ score }) => score >= WORTH_NAMING);
  const next = whole[0] && nextAfter(guide, whole[0].capability);
  const parts = [
    ...whole.map(({ capability }) => markdownOf(capability)),
    ...(next ? [`Next, usually:\n\n${lineOf(next)}`] : []),
    ...(named.length > 0
      ? [`Related; ask about one by its name:\n\n${linesOf(named.map(({ capability }) => capability))}`]
      : []),
  ];
  return { text: parts.join("\n\n"), capabilities: whole.map(({ capability }) => capability) };
}

/** The next step in the journey that is not optional. */
export function nextAfter({ journey }: Guide, { op }: Capability): Capability | undefined {
  const place = journey.findIndex((step) => step.op.id === op.id);
  return place === -1 ? undefined : journey.slice(place + 1).find(({ step }) => !step?.optional);
}

function theJourney(guide: Guide): Advice {
  return {
    text: `${journeyMarkdown(guide)}\n\nAsk about any of these by its name, to see every field of it.`,
    capabilities: guide.journey,
  };
}

export function journeyMarkdown({ journey, handbook }: Guide): string {
  const steps = journey.map((capability, place) => {
    const { step } = capability;
    const why = `${step?.optional ? "Only if it is needed. " : ""}${step?.why ?? ""}`;
    return `${place + 1}. ${headingOf(capability)}\n\n${indented(`${why}\n\n${jsonBlock(callOf(capability))}`)}`;
  });
  return `## ${handbook.journeyTitle}\n\n${steps.join("\n\n")}`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "   ");
}

function nothingFound(guide: Guide, question: string): Advice {
  const tags = Map.groupBy(guide.operations, ({ tag }) => tag);
  const lines = [...tags].map(([tag, ops]) => `- ${tag}: ${ops.map(({ id }) => id).join(", ")}`);
  return {
    text: `Nothing here has that name: ${JSON.stringify(question.slice(0, 200))}. Ask about one of these by its name:\n\n${lines.join("\n")}`,
    capabilities: [],
  };
}

function linesOf(capabilities: readonly Capability[]): string {
  return capabilities.map(lineOf).join("\n");
}

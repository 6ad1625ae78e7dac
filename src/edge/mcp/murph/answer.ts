import {
  answerQuestion,
  type Capability,
  callOf,
  type Guide,
  type Library,
  lineOf,
  type Section,
} from "../../reference/index.ts";
import type { CallerSituation } from "./caller-situation.ts";

/** The answer to a question: as text, and in parts. */
export interface Answer extends Pick<CallerSituation, "state"> {
  readonly answer: string;
  readonly documents: readonly QuotedSection[];
  readonly operations: readonly SuggestedOperation[];
}

interface QuotedSection extends Section {
  /** Whether only the beginning is quoted. */
  readonly shortened: boolean;
}

interface SuggestedOperation {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** In the form that `api_call` accepts; the ids are made up. */
  readonly example: unknown;
}

const MOST_QUOTED = 2;
/** In characters; a longer section is quoted up to the last paragraph that fits. */
const LONGEST_QUOTE = 1_800;

/** Combines the caller's situation, the documentation and the operations. The same question always gets the same answer. */
export function answerOf(question: string, { state, text }: CallerSituation, guide: Guide, library: Library): Answer {
  const documents = library.find(question).slice(0, MOST_QUOTED).map(quoted);
  const advice = answerQuestion(guide, question);
  const { capabilities } = advice;
  const nothing = documents.length === 0 && capabilities.length === 0;
  const parts = [
    text,
    ...documents.map(
      ({ document, heading, id, text: quote }) => `## ${titleOf(document, heading)}\n\n(${id})\n\n${quote}`,
    ),
    capabilities.length > 0 && `## Operations\n\n${capabilities.map(lineOf).join("\n")}\n\n${HOW}`,
    nothing && advice.text,
  ];
  return {
    answer: parts.filter(Boolean).join("\n\n"),
    documents,
    operations: capabilities.map(suggested),
    state,
  };
}

const HOW = "For every field of an operation, ask `ask_about_capability` for it by name.";

function titleOf(document: string, heading: string): string {
  return document === heading ? document : `${document}: ${heading}`;
}

function quoted(section: Section): QuotedSection {
  const { text } = section;
  if (text.length <= LONGEST_QUOTE) return { ...section, shortened: false };
  const end = text.lastIndexOf("\n\n", LONGEST_QUOTE);
  return { ...section, text: withoutOpenFence(text.slice(0, end === -1 ? LONGEST_QUOTE : end)), shortened: true };
}

/** Omits a code block that was cut off. */
function withoutOpenFence(text: string): string {
  const fences = text.match(/^```/gm)?.length ?? 0;
  return fences % 2 === 0 ? text : text.slice(0, text.lastIndexOf("```")).trimEnd();
}

function suggested(capability: Capability): SuggestedOperation {
  const { op, method, path } = capability;
  return { operation: op.id, method, path, summary: op.summary, example: callOf(capability) };
}

import type { PublicError } from "../../../ground/kernel/errors.ts";
import { failure } from "../../http/envelope.ts";
import type { Json } from "../../reference/index.ts";
import { suggestionFor } from "./suggestion.ts";
import type { ToolOutcome } from "./tool.ts";

/** The envelope as text, for clients that read nothing else, followed by a summary of one sentence. */
export function resultOf({ outcome, text, remark, shown }: ToolOutcome): Json {
  const { envelope } = outcome;
  return {
    content: textsOf(text ?? JSON.stringify(envelope), remark),
    structuredContent: { ...envelope, ...shown },
  };
}

/** An error in both forms: REST's envelope, and AdCP's `code`, `message`, `field` and `suggestion` (buyer contract m.3). */
export function errorResultOf(error: PublicError, requestId: string, tool: string): Json {
  const { code, message, field } = error;
  const suggestion = suggestionFor(error, tool);
  const reported = { code, message, ...(field !== undefined && { field }), suggestion, ...failure(error, requestId) };
  return errorResult(
    reported,
    `${code}${field === undefined ? "" : ` at ${field}`}: ${message}. To continue, ${suggestion}.`,
  );
}

export function errorResult(reported: Json, remark: string): Json {
  return { content: textsOf(JSON.stringify(reported), remark), structuredContent: reported, isError: true };
}

function textsOf(...texts: readonly (string | undefined)[]) {
  return texts.flatMap((text) => (text === undefined ? [] : [{ type: "text", text }]));
}

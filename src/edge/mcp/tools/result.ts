import type { PublicError } from "../../../ground/kernel/errors.ts";
import { failure } from "../../http/envelope.ts";
import type { Json } from "../../reference/index.ts";
import { suggestionFor } from "./suggestion.ts";
import type { Told } from "./tool.ts";

/** The envelope as text, for clients that read nothing else, then what it comes to in a sentence. */
export function resultOf({ outcome, text, remark }: Told): Json {
  const { envelope } = outcome;
  return {
    content: textsOf(text ?? JSON.stringify(envelope), remark),
    structuredContent: envelope,
  };
}

/**
 * An error in both its spellings: REST's envelope, and AdCP's `code`, `message`, `field` and `suggestion` beside it
 * (buyer contract m.3).
 */
export function errorResultOf(error: PublicError, requestId: string, tool: string): Json {
  const { code, message, field } = error;
  const suggestion = suggestionFor(error, tool);
  const told = { code, message, ...(field !== undefined && { field }), suggestion, ...failure(error, requestId) };
  return errorResult(told, `${code}${field === undefined ? "" : ` at ${field}`}: ${message}. To go on, ${suggestion}.`);
}

export function errorResult(told: Json, remark: string): Json {
  return { content: textsOf(JSON.stringify(told), remark), structuredContent: told, isError: true };
}

function textsOf(...texts: readonly (string | undefined)[]) {
  return texts.flatMap((text) => (text === undefined ? [] : [{ type: "text", text }]));
}

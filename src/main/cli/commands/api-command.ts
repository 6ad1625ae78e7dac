import type { Document, DocumentedOperation } from "./document.ts";
import { type Input, inputsOf } from "./input.ts";
import { nameOperations } from "./name-operations.ts";

/** An operation as a command. */
export interface ApiCommand {
  /** `campaigns`, `list`. */
  readonly words: readonly string[];
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly inputs: readonly Input[];
  readonly body: "none" | "optional" | "required";
  readonly takesFiles: boolean;
  /** It answers by pages, which `--all` walks through. */
  readonly hasPages: boolean;
}

/** Every operation of a document, by the alphabet of its words. */
export function commandsOf(side: string, document: Document): ApiCommand[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      isPage(operation) ? [] : [{ id: operation.operationId, method, path, operation }],
    ),
  );
  const words = nameOperations(side, operations);
  return operations
    .map(({ operation, ...one }) => ({
      ...commandOf(document, operation),
      ...one,
      words: words.get(one.id) ?? [one.id],
    }))
    .toSorted((a, b) => a.words.join(" ").localeCompare(b.words.join(" "), "en"));
}

function commandOf(document: Document, operation: DocumentedOperation) {
  const { summary, description = "", requestBody } = operation;
  const inputs = inputsOf(document, operation);
  const names = new Set(inputs.flatMap((input) => (input.in === "query" ? [input.name] : [])));
  return {
    summary,
    description,
    inputs,
    body: requestBody ? (requestBody.required ? "required" : "optional") : "none",
    takesFiles: requestBody?.content["multipart/form-data"] !== undefined,
    hasPages: names.has("take") && names.has("skip"),
  } as const;
}

/** Where a browser is sent to: no command. */
function isPage({ responses }: DocumentedOperation): boolean {
  const types = Object.values(responses).flatMap(({ content }) => Object.keys(content ?? {}));
  return types.length > 0 && types.every((type) => type === "text/html");
}

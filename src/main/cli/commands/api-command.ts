import type { Document, DocumentedOperation } from "./document.ts";
import { type Input, inputsOf } from "./input.ts";
import { nameOperations } from "./name-operations.ts";

export interface Pages {
  readonly by: "take/skip" | "limit/offset";
  /** The maximum size of a page. */
  readonly size: number;
}

/** The page size for operations without a limit. */
const LARGEST = 100;

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
  /** The kind of paging it uses, which `--all` follows. */
  readonly pages?: Pages;
}

/** Every operation of a document as a command, in alphabetical order of its words. */
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
  return {
    summary,
    description,
    inputs,
    body: requestBody ? (requestBody.required ? "required" : "optional") : "none",
    takesFiles: requestBody?.content["multipart/form-data"] !== undefined,
    ...pagesOf(operation),
  } as const;
}

function pagesOf({ parameters = [] }: DocumentedOperation): Pick<ApiCommand, "pages"> {
  const inQuery = new Map(parameters.map(({ name, schema }) => [name, schema]));
  const size = (name: string) => Math.min(inQuery.get(name)?.maximum ?? LARGEST, LARGEST);
  if (inQuery.has("take") && inQuery.has("skip")) return { pages: { by: "take/skip", size: size("take") } };
  return inQuery.has("limit") && inQuery.has("offset") ? { pages: { by: "limit/offset", size: size("limit") } } : {};
}

/** An operation that answers with a page for browsers does not become a command. */
function isPage({ responses }: DocumentedOperation): boolean {
  const types = Object.values(responses).flatMap(({ content }) => Object.keys(content ?? {}));
  return types.length > 0 && types.every((type) => type === "text/html");
}

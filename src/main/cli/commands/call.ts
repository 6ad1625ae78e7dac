import { UsageError } from "../failures/failures.ts";
import type { Typed } from "./add-api-commands.ts";
import type { ApiCommand } from "./api-command.ts";
import type { Input } from "./input.ts";

/** What is sent. */
export interface Call {
  /** The path parameters, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Builds the request's input from the command line; `data` is a complete body. Throws `UsageError`, naming what is missing. */
export function callOf({ inputs, body: takes }: ApiCommand, { options, operands }: Typed, data: unknown): Call {
  const inPath = inputs.filter((input) => input.in === "path");
  const path = inPath.map((input, place) => {
    const value = operands[place] ?? options[attributeOf(input)];
    if (typeof value !== "string" || value === "")
      throw new UsageError(`missing ${input.name}: --${input.flag} <value>`);
    return [input.name, value] as const;
  });
  const given = (place: Input["in"]) =>
    Object.fromEntries(
      inputs
        .filter((input) => input.in === place && options[attributeOf(input)] !== undefined)
        .map((input) => [input.name, options[attributeOf(input)]]),
    );
  return { path: Object.fromEntries(path), query: given("query"), body: bodyOf(takes, data, given("body")) };
}

/** An option takes precedence over the body. */
function bodyOf(takes: ApiCommand["body"], data: unknown, fields: Readonly<Record<string, unknown>>): unknown {
  if (takes === "none") return undefined;
  if (data === undefined) return Object.keys(fields).length > 0 || takes === "required" ? fields : undefined;
  if (Object.keys(fields).length === 0) return data;
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new UsageError("--data is not an object, so no option can be added to it");
  return { ...data, ...fields };
}

/** The attribute under which commander stores the option. */
function attributeOf({ flag }: Input): string {
  return flag.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

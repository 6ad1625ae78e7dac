import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { FORMATS } from "../output/print.ts";
import type { ApiCommand } from "./api-command.ts";
import type { Input } from "./input.ts";

/** The command line: options by attribute, and positional arguments in the order of the path. */
export interface Typed {
  readonly options: Readonly<Record<string, unknown>>;
  readonly operands: readonly string[];
}

type Run = (command: ApiCommand, typed: Typed) => Promise<void>;

/** Adds a command for each operation below `parent`, in groups by its nouns. */
export function addApiCommands(parent: Command, commands: readonly ApiCommand[], run: Run): void {
  for (const command of commands) describe(nodeAt(parent, command.words), command, run);
  for (const group of parent.commands) summarise(group);
}

function nodeAt(parent: Command, words: readonly string[]): Command {
  return words.reduce(
    (node, word) => node.commands.find((one) => one.name() === word) ?? node.command(word).helpCommand(false),
    parent,
  );
}

function describe(node: Command, command: ApiCommand, run: Run): void {
  const { summary, description, inputs, method, path, id } = command;
  node.summary(lowered(summary)).description([`${summary}.`, description].filter(Boolean).join("\n\n"));
  for (const input of inputs) {
    if (input.in === "path") node.addArgument(new Argument(`[${input.name}]`, input.description));
    node.addOption(optionOf(input));
  }
  addCommonOptions(node, command);
  node.addHelpText("after", `\nOperation: ${id}, ${method.toUpperCase()} ${path}`);
  node.action((...given: unknown[]) => run(command, { options: node.opts(), operands: operandsIn(given) }));
}

/** Commander passes the operands first, then the options and the command itself. */
function operandsIn(given: readonly unknown[]): string[] {
  return given.slice(0, -2).filter((one) => typeof one === "string");
}

function addCommonOptions(node: Command, { body, takesFiles, pages, method }: ApiCommand): void {
  if (body !== "none") node.option("--data <json>", "the body as JSON; @file reads a file, and - the standard input");
  if (takesFiles) node.option("--file <path>", "a file to send; may be repeated", collect);
  if (pages) node.option("--all", "fetch every page, not only the first");
  if (method !== "get")
    node.option("--idempotency-key <key>", "makes a retry safe; by default generated for each call");
  node
    .addOption(new Option("-o, --output <format>", "output format of the answer").choices(FORMATS))
    .option("--profile <name>", "the profile to use")
    .option("--server <address>", "the server to use");
}

function optionOf({ flag, type, choices, isList, required, in: place, description }: Input): Option {
  const value = type === "boolean" ? "[true|false]" : `<${type === "number" ? "number" : "value"}>`;
  const remarks = [description, isList ? "may be repeated" : "", required && place !== "path" ? "required" : ""];
  const option = new Option(`--${flag} ${value}`, remarks.filter(Boolean).join("; "));
  const known = type === "boolean" ? ["true", "false"] : choices;
  if (known.length > 0) option.choices([...known]);
  if (type === "boolean") option.preset("true");
  const read = (text: string) => (type === "number" ? numberIn(text) : chosen(text, known));
  option.argParser((text: string, before: unknown) =>
    isList ? [...(Array.isArray(before) ? before : []), read(text)] : valueOf(type, read(text)),
  );
  return option;
}

function valueOf(type: Input["type"], read: string | number): unknown {
  return type === "boolean" ? read === "true" : read;
}

function chosen(text: string, known: readonly string[]): string {
  if (known.length === 0 || known.includes(text)) return text;
  throw new InvalidArgumentError(`Allowed choices are ${known.join(", ")}.`);
}

function numberIn(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) throw new InvalidArgumentError("It must be a number.");
  return number;
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** The summary of a group lists its commands. */
function summarise(node: Command): void {
  for (const inside of node.commands) summarise(inside);
  if (node.summary() === "") node.summary(node.commands.map((one) => one.name()).join(", "));
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

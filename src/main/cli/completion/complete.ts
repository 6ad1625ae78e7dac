import type { Command, Option } from "commander";

interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** The candidates at the cursor; the last of `words` is incomplete. */
export function complete(program: Command, words: readonly string[]): Candidate[] {
  const [begun = ""] = words.slice(-1);
  const before = words.slice(0, -1);
  const command = before.reduce((at, word) => at.commands.find((one) => one.name() === word) ?? at, program);
  const asked = optionOf(command, before.at(-1));
  return candidatesAt(command, asked, begun).filter(({ word }) => word.startsWith(begun));
}

function candidatesAt(command: Command, asked: Option | undefined, begun: string): Candidate[] {
  if (asked && asked.required) return (asked.argChoices ?? []).map((word) => ({ word, about: "" }));
  if (begun.startsWith("-"))
    return command.options
      .filter(({ hidden, long }) => !hidden && long)
      .map(({ long, description }) => ({ word: long ?? "", about: description }));
  return command.commands
    .filter((one) => !one.name().startsWith("__"))
    .map((one) => ({ word: one.name(), about: one.summary() || one.description() }));
}

function optionOf(command: Command, word: string | undefined): Option | undefined {
  return word?.startsWith("-") ? command.options.find(({ long, short }) => word === long || word === short) : undefined;
}

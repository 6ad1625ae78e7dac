import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Refusals {
  readonly language: string;
  /** A brief with an X for the refusal. */
  readonly brief: string;
  /** Each with its forms, of which one is what the refusal asks for. */
  readonly channels: readonly (readonly string[])[];
  /** Each with an X for the channel. */
  readonly ways: readonly string[];
}

/** By languages, how a channel is refused. */
export function readRefusals(): Refusals[] {
  return readFileSync(join(import.meta.dirname, "refusals.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line): Refusals => {
      const [, language = "", brief = "", channels = "", ways = ""] =
        /^(\w\w) : (.*?) \| (.*?) \| (.*)$/.exec(line) ?? [];
      return {
        language,
        brief,
        channels: channels.split(", ").map((forms) => forms.split("+")),
        ways: ways.split(", "),
      };
    });
}

/** A brief that refuses a channel in some way. */
export function refusalOf(brief: string, way: string, channel: string): string {
  return brief.replace("X", () => way.replace("X", () => channel));
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { understand } from "../../src/demand/discovery/reading/understand.ts";
import { briefFilters } from "../../src/demand/discovery/search/brief-filters.ts";

interface Refusals {
  readonly language: string;
  /** A brief with an X for the refusal. */
  readonly brief: string;
  /** Each with its forms, of which one is what the refusal asks for. */
  readonly channels: readonly (readonly string[])[];
  /** Each with an X for the channel. */
  readonly ways: readonly string[];
}

const ALL = readFileSync(join(import.meta.dirname, "refusals.txt"), "utf8")
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

test.each(ALL)("a channel is refused in every usual way: $language", ({ brief, channels, ways }) => {
  const isRefused = (way: string, channel: string) => {
    const text = brief.replace("X", () => way.replace("X", () => channel));
    const asked = briefFilters(understand({ brief: text })).find(({ name }) => name === "channels")?.asked ?? [];
    return asked.some((one) => one.startsWith("no "));
  };
  const missed = ways.flatMap((way) =>
    channels
      .filter((forms) => !forms.some((form) => isRefused(way, form)))
      .map(([channel]) => way.replace("X", () => channel ?? "")),
  );
  expect(missed).toEqual([]);
});

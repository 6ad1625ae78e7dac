import { expect, test } from "vitest";
import { understand } from "../../src/demand/discovery/reading/understand.ts";
import { briefFilters } from "../../src/demand/discovery/search/brief-filters.ts";
import { readRefusals, refusalOf } from "./refusals.ts";

test.each(readRefusals())("a channel is refused in every usual way: $language", ({ brief, channels, ways }) => {
  const isRefused = (way: string, channel: string) => {
    const asked =
      briefFilters(understand({ brief: refusalOf(brief, way, channel) })).find(({ name }) => name === "channels")
        ?.asked ?? [];
    return asked.some((one) => one.startsWith("no "));
  };
  const missed = ways.flatMap((way) =>
    channels
      .filter((forms) => !forms.some((form) => isRefused(way, form)))
      .map(([channel]) => way.replace("X", () => channel ?? "")),
  );
  expect(missed).toEqual([]);
});

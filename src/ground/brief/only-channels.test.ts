import { expect, test } from "vitest";
import { demandsOf } from "../ranking/demands.ts";
import { readBrief } from "./read-brief.ts";

const channelsIn = (brief: string) => demandsOf(readBrief(brief)).channels.any.toSorted();

test.each([
  ["Audio only for this one please: podcasts or streaming. Client is a tea.", ["podcast", "streaming_audio"]],
  ["We willen alleen audio: podcast of streaming. Mensen die slecht slapen.", ["podcast", "streaming_audio"]],
  ["Nur Audio: Podcasts. Kunde ist ein Tee.", ["podcast"]],
])("of several channels by one word those are meant that are then named: %s", (brief, channels) => {
  expect(channelsIn(brief)).toEqual(channels);
});

test("a later sentence does not narrow what alone is wanted", () => {
  expect(channelsIn("Audio only, please. Podcasts would be fine too. Tea.")).toEqual([
    "podcast",
    "radio",
    "streaming_audio",
  ]);
});

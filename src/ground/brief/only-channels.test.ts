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

test.each([
  ["Torrefazione: vogliamo pubblicità che si veda in Svizzera.", "country", "CH", false],
  ["Supports professionnels ; la presse grand public ne sera pas examinée.", "channel", "print", true],
  ["Só inserção de produto dentro de programas.", "channel", "product_placement", false],
] as const)("what is to be seen, and what will not be considered: %s", (brief, kind, value, negated) => {
  expect(readBrief(brief).chips).toContainEqual(expect.objectContaining({ kind, value, negated }));
});

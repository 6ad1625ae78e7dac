import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const mediaIn = (brief: string) =>
  readBrief(brief)
    .chips.filter((chip) => chip.kind === "channel" && isFirm(chip))
    .map(({ negated, value }) => (negated ? `-${value}` : value));

test.each([
  ["No plan without radio, please.", ["radio"]],
  ["We cannot imagine this campaign without radio.", ["radio"]],
  ["Why on earth would we leave out podcasts? They go in.", ["podcast"]],
  ["On no account may radio be missing.", ["radio"]],
  ["Auf keinen Fall darf Radio fehlen.", ["radio"]],
  ["Un lancement sans radio ? Impensable, prévoyez-en.", ["radio"]],
  ["Jamás aprobaríamos un plan sin radio.", ["radio"]],
  ["Bez radia klient nie podpisze umowy.", ["radio"]],
  ["The client insists that radio be part of the plan.", ["radio"]],
])("what must not be left out is wanted: %s", (brief, media) => {
  expect(mediaIn(brief)).toEqual(media);
});

test.each([
  ["A plan without radio, please.", ["-radio"]],
  ["Ohne Radio, kein Kino.", ["-radio", "-cinema"]],
  ["Non potremmo fare tutto senza radio?", ["-radio"]],
])("one negation refuses, and so do two of different things: %s", (brief, media) => {
  const read = mediaIn(brief);
  expect(read.filter((one) => !one.startsWith("-"))).toEqual([]);
  expect(media).toEqual(expect.arrayContaining(read));
});

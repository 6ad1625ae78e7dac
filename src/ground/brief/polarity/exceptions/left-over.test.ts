import { expect, test } from "vitest";
import { firmDemandsOf } from "../../firm-demands.fixture.ts";

test.each([
  "I rule out audio, except podcasts.",
  "Audio schließe ich aus, außer Podcasts.",
  "Pas d'audio, sauf les podcasts.",
  "Nada de audio, salvo los podcasts.",
  "L'audio lo escludo, tranne i podcast.",
  "Nada de áudio, exceto podcasts.",
  "Geen audio, behalve podcasts.",
  "Bez audio, z wyjątkiem podcastów.",
])("what is taken out of a refused whole is left, and not refused with it: %s", (brief) => {
  const demands = firmDemandsOf(brief);
  expect(demands).toEqual(expect.arrayContaining(["-radio", "-streaming_audio"]));
  expect(demands).not.toContain("-podcast");
});

test("an exception to everything is refused, and so is one of another kind", () => {
  expect(firmDemandsOf("Anything goes, except podcasts.")).toEqual(["-podcast"]);
  expect(firmDemandsOf("No print, and apart from that no podcasts.")).toContain("-print");
});

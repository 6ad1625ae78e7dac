import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  "I mean classic TV, no streaming.",
  "Klassisches Fernsehen, kein Streaming.",
  "La télé classique, pas de streaming.",
  "Tele clásica, nada de streaming.",
  "Intendo la tv classica, niente streaming.",
  "Gewone tv, geen streaming.",
  "Zwykła telewizja, bez streamingu.",
])("beside television that is wanted, streaming that is refused is that of television: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual(["-ctv", "linear_tv"]);
});

test("beside radio it is that of radio, and by itself of nothing", () => {
  expect(firmDemandsOf("radio in Kent, no streaming")).toContain("-streaming_audio");
  expect(firmDemandsOf("Display in Leeds, no streaming services for the test, please")).not.toContain("-ctv");
  expect(firmDemandsOf("anúncio de rádio no streaming, entre uma música e outra")).not.toContain("-streaming_audio");
  expect(firmDemandsOf("TV and streaming in Spain")).toContain("ctv");
});

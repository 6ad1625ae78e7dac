import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";

test.each([
  "would you mind dropping the podcasts?",
  "how about dropping the podcasts?",
  "the client hates podcasts",
  "the client doesn't want podcasts",
  "enough podcasts",
  "kick out the podcasts",
  "throw out the podcasts",
  "hide the podcasts",
  "vergiss die Podcasts",
  "lösche die Podcasts",
  "genug Podcasts",
  "der Kunde hasst Podcasts",
  "laisse tomber les podcasts",
  "vire les podcasts",
  "je déteste les podcasts",
  "olvida los pódcast",
  "borra los pódcast",
  "no más pódcast",
  "cancella i podcast",
  "odio i podcast",
  "apaga os podcasts",
  "odeio podcasts",
  "verberg de podcasts",
  "genoeg podcasts",
  "wyrzuć podcasty",
  "nienawidzę podcastów",
  "ポッドキャストを消して",
  "ポッドキャストは忘れて",
  "انس البودكاست",
  "أكره البودكاست",
])("what is told to go is refused: %s", (said) => {
  expect(firmDemandsOf(said)).toEqual(["-podcast"]);
});

test.each([
  "don't drop the podcasts",
  "vergiss die Podcasts nicht",
  "n'oublie pas les podcasts",
  "no olvides los pódcast",
  "não esqueça os podcasts",
  "vergeet de podcasts niet",
  "لا تنس البودكاست",
  "podcasts no más",
])("what is not to go is not refused: %s", (said) => {
  expect(firmDemandsOf(said)).not.toContain("-podcast");
});

test.each([
  ["lose weight with our app", "-weight-loss"],
  ["enough sleep for new mothers", "-sleep"],
  ["hide the grey hair: hair dye for women", "-hair-care"],
  ["Genug Schlaf für junge Mütter", "-sleep"],
])("a verb of many meanings refuses no subject: %s", (said, refused) => {
  expect(subjectsOf(said)).not.toContain(refused);
});

test.each([
  ["no longer the US but the UK", ["-US", "GB"]],
  ["not the US any more but the UK", ["-US", "GB"]],
  ["not podcasts any more but display", ["-podcast", "display"]],
  ["no longer Germany, now France", ["-DE", "FR"]],
  ["nicht mehr die USA, sondern Deutschland", ["-US", "DE"]],
  ["plus les États-Unis mais la France", ["-US", "FR"]],
  ["ya no Estados Unidos sino España", ["-US", "ES"]],
  ["non più la Germania ma la Francia", ["-DE", "FR"]],
  ["já não a Alemanha, mas a França", ["-DE", "FR"]],
  ["niet meer Duitsland maar Frankrijk", ["-DE", "FR"]],
  ["już nie Niemcy, ale Francja", ["-DE", "FR"]],
  ["everything but Germany", ["-DE"]],
])("what is no longer wanted is refused, and not what follows but: %s", (said, demands) => {
  expect(firmDemandsOf(said)).toEqual(demands);
});

test.each([
  ["ohne die Bahnhöfe", "-transport"],
  ["ohne die Supermärkte", "-grocery"],
])("an article is no relative clause: %s", (said, refused) => {
  expect(subjectsOf(said)).toEqual([refused]);
});

test("a conclusion behind what is refused is not refused", () => {
  expect(firmDemandsOf("DACH ohne die Schweiz, also Deutschland und Österreich")).toEqual(["-CH", "AT", "DE"]);
});

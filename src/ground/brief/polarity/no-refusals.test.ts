import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";

const refusedIn = (brief: string) =>
  [...firmDemandsOf(brief), ...subjectsOf(brief)].filter((one) => one.startsWith("-"));

test.each([
  "oprócz radia także podcasty",
  "poza podcastami również display",
  "außer Radio auch Podcasts",
  "oltre ai podcast anche display",
])("besides one thing, another as well: %s", (brief) => {
  expect(refusedIn(brief)).toEqual([]);
  expect(firmDemandsOf(brief).length).toBeGreaterThan(0);
});

test.each([
  "ne pas exclure la radio",
  "no excluimos la radio",
  "la radio ne nous gêne pas",
  "¿por qué no radio?",
  "perché non la radio?",
  "dlaczego nie radio?",
  "warum kein Radio?",
  "vous ne faites pas de podcast ?",
  "¿no tenéis podcast?",
  "vocês não têm podcast?",
  "com'è che non fate podcast?",
  "macie podcasty, czy nie?",
  "rien de tel qu'un bon podcast cuisine",
  "nic tak nie działa jak podcast sportowy",
  "niente male i podcast: ne vogliamo due sul business",
  "não vejo a hora de ir pra rádio",
  "no queremos perdernos el Mundial, audio de fútbol",
  "display sans faute avant Noël",
  "sin falta antes de Navidad",
  "sem falta antes do Natal",
  "non je plaisante, du display",
  "publicidad sin cookies",
  "keine Cookies, Display",
  "social moda (no isole)",
  "hors îles, Corse comprise",
  "Kick-off-Termin im Mai, Podcast Spanien",
  "bez kosztów produkcji, podcast sportowy",
  "trasporto escluso, display moda",
])("what sounds like a refusal is none: %s", (brief) => {
  expect(refusedIn(brief)).toEqual([]);
});

test("avoided like the plague is only what is avoided, and sports betting is no sport", () => {
  expect(refusedIn("evitiamo come la peste i casinò. Social in Italia")).toEqual(["-gambling"]);
  expect(refusedIn("Excluez les paris sportifs")).not.toContain("-sports");
});

test.each([
  ["wszystko oprócz radia", "-radio"],
  ["oprócz radia, podcasty", "-radio"],
  ["perché non vogliamo la radio, display", "-radio"],
  ["im Mai kein Radio, Display", "-radio"],
  ["linear TV and print were considered and rejected; podcast", "-print"],
  ["senza radio, ne vogliamo solo il podcast", "-radio"],
  ["esqueçam a TV, foquem no podcast", "-linear_tv"],
])("what refuses still does: %s", (brief, refused) => {
  expect(refusedIn(brief)).toContain(refused);
});

import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

/** What is said, what that is about, and what it was read as. */
test.each([
  ["beekeeping suits, ads in the US", "beekeeping", "menswear"],
  ["combinaisons d'apiculteur, annonces en France", "beekeeping", "fashion"],
  ["family history researchers, ads in the UK", "genealogy", "science"],
  ["fotos de la Vía Láctea, anuncios en España", "astronomy", "dairy"],
  ["résumés de courses sur route, annonces en France", "cycling", "grocery"],
  ["les courses de Vincennes, annonces en France", "horse-racing", "grocery"],
  ["Pennellate d'artista, annunci in Italia", "art", "diy"],
  ["matki pszczele, reklamy w Polsce", "beekeeping", "parenting"],
  ["renowacja blachy, reklamy w Polsce", "classic-cars", "diy"],
  ["Uñas de gel, anuncios en España", "nails", "baby"],
])("%s is about %s and not about %s", (brief, meant, misread) => {
  const subjects = subjectsOf(brief).join(" ");
  expect(subjects).toContain(meant);
  expect(subjects).not.toContain(misread);
});

test.each([
  ["unas cuñas de veinte segundos, anuncios en España"],
  ["czytana reklama, reklamy w Polsce"],
  ["40 jaar en ouder, advertenties in Nederland"],
  ["spot letto dalla conduttrice, annunci in Italia"],
  ["produção incluída, anúncios em Portugal"],
  ["nuestras cuentas y palabras clave, anuncios en España"],
  ["Tauschbörse und Wissensdatenbank, Anzeigen in Deutschland"],
])("is about nothing: %s", (brief) => {
  expect(subjectsOf(brief)).toEqual([]);
});

test.each([
  ["people who take photos, ads in the UK", "photography"],
  ["island holidays, ads in the UK", "beach"],
  ["hybrid cars, ads in the UK", "ev"],
  ["tendances mode, annonces en France", "fashion"],
  ["pane integrale, annunci in Italia", "healthy-eating"],
  ["gemeinnützige Vereine, Anzeigen in Deutschland", "charity"],
  ["cunas de madera, anuncios en España", "baby"],
])("is still asked for: %s", (brief, meant) => {
  expect(subjectsOf(brief).join(" ")).toContain(meant);
});

test("a spot on the radio is no cradle", () => {
  expect(firmDemandsOf("queremos cuñas en España")).toContain("radio");
});

test.each([
  ["leuke foto's van lezers, advertenties in Nederland"],
  ["across the island, ads in Ireland"],
  ["retos diarios, anuncios en España"],
])("only hints at a subject: %s", (brief) => {
  expect(readBrief(brief).chips.filter((chip) => chip.kind === "topic" && isFirm(chip))).toEqual([]);
});

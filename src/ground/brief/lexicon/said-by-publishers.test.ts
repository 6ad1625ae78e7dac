import { expect, test } from "vitest";
import { subjectsOf } from "../firm-demands.fixture.ts";

/** What is said, what that is about, and what it was read as. */
test.each([
  ["côtes levées et fumoir, annonces en France", "grilling", "sports-betting"],
  ["dégustations avec les maîtres de chai, annonces en France", "wine", "pets"],
  ["mercado de hacienda, anuncios en Argentina", "agriculture", "taxes"],
  ["macchine espresso per la casa, annunci in Italia", "coffee", "automotive"],
  ["macchine per cucire, annunci in Italia", "sewing", "automotive"],
  ["provas cegas com enólogos, anúncios em Portugal", "wine", "exams"],
  ["reserva de emergência para jovens, anúncios no Brasil", "savings", "emergency-supplies"],
  ["caçadores de desconto, anúncios no Brasil", "sales-promotions", "hunting"],
  ["chasseurs de promotions, annonces en France", "sales-promotions", "hunting"],
  ["criadores de quarto de milha, anúncios no Brasil", "horses", "interior"],
  ["appassionate di soap, annunci in Italia", "soap-operas", "personal-care"],
  ["gallerie commerciali, annunci in Italia", "malls", "art"],
])("%s is about %s and not about %s", (brief, meant, misread) => {
  const subjects = subjectsOf(brief);
  expect(subjects.join(" ")).toContain(meant);
  expect(subjects.join(" ")).not.toContain(misread);
});

test.each([
  ["gestion et fidélité, annonces en France"],
  ["de mauvaise foi, annonces en France"],
  ["attente ai dettagli, annunci in Italia"],
  ["dove si mangia bene, annunci in Italia"],
  ["no horário de pico, anúncios no Brasil"],
])("is about nothing: %s", (brief) => {
  expect(subjectsOf(brief)).toEqual([]);
});

import { expect, test } from "vitest";
import { subjectsOf } from "../firm-demands.fixture.ts";

/** What is said, what that is about, and what it was read as. */
test.each([
  ["Protection contre le vol pour les VAE, annonces en France", "e-bikes", "airlines"],
  ["Fahrradschlösser für Pendler, Anzeigen in Deutschland", "cycling", "attractions"],
  ["Kalosze na jesień, reklama w Polsce", "shoes", "coffee"],
  ["melkschuim voor thuisbarista's, advertenties in Nederland", "coffee", "agriculture"],
  ["windparken bouwen en onderhouden, advertenties in Nederland", "wind-power", "construction"],
  ["chi coltiva ortaggi in serra di mestiere, annunci in Italia", "horticulture-trade", "gardening"],
  ["bacs à shampooing et fauteuils hydrauliques, annonces en France", "beauty-trade", "engineering"],
  ["quem ensina em escolas, anúncios em Portugal", "teachers-trade", "transport"],
  ["dietro il banco della farmacia, annunci in Italia", "pharmacy-trade", "retail-trade"],
  ["casques et masques pour la neige, annonces en France", "skiing", "headphones"],
  ["乗馬用のヘルメットの広告、日本で", "equestrian", "motorcycles"],
  ["spelletjes voor op de telefoon, advertenties in Nederland", "mobile-games", "smartphones"],
  ["Akku-Bohrschrauber für Hobbyhandwerker, Anzeigen in Deutschland", "power-tools", "craft-trades"],
  ["utensili da cucina, annunci in Italia", "kitchen", "power-tools"],
  ["ouvintes de fado, anúncios em Portugal", "world-music", "country-folk"],
  ["hombres que juegan al rugby, anuncios en España", "rugby", "gaming"],
  ["dadels en amandelen, advertenties in Nederland", "food-drink", "stocks"],
  ["semillas de tomate para su propio huerto, anuncios en España", "gardening", "agriculture"],
  ["tyres for road bikes, ads in Britain", "cycling", "auto-parts"],
  ["sirop d'érable, annonces au Canada", "breakfast", "pharma"],
  ["laundrettes in Ireland, ads for students", "laundry", "cleaning"],
  ["Tippspiel unter Kollegen, Anzeigen in Deutschland", "fantasy-sports", "gambling"],
])("%s is about %s and not about %s", (brief, meant, misread) => {
  const subjects = subjectsOf(brief);
  expect(subjects.join(" ")).toContain(meant);
  expect(subjects.join(" ")).not.toContain(misread);
});

test.each([
  ["guida pratica, annunci in Italia"],
  ["grandi locali con screen, annunci in Italia"],
  ["em pequenos formatos, anúncios em Portugal"],
  ["na plataforma, anúncios em Portugal"],
])("is about nothing: %s", (brief) => {
  expect(subjectsOf(brief)).toEqual([]);
});

test.each([
  ["odds, bookmakers, annonces en France : paris sportifs", "sports-betting"],
  ["comparateur de cotes, annonces en France", "sports-betting"],
  ["i locali notturni di Milano, annunci in Italia", "nightlife"],
  ["Hausärzte und Fachärzte, Anzeigen in Deutschland", "healthcare-trade"],
  ["cursos para enfermeras, anuncios en España", "nursing-staff"],
  ["gamers que juegan online, anuncios en España", "gaming"],
  ["uma quinta para os mais pequenos, anúncios em Portugal", "kids"],
  ["aspirapolvere robot, annunci in Italia", "vacuums"],
])("still means what it does: %s", (brief, meant) => {
  expect(subjectsOf(brief).join(" ")).toContain(meant);
});

test.each([
  ["Czajkowskiego i Brahmsa, reklama w Polsce", "classical-music"],
  ["location de vaisselle et de matériel de fête, annonces en France", "party-supplies"],
  ["estrenar cuna, anuncios en España", "baby"],
  ["Gaskocher und Vorzelt, Anzeigen in Deutschland", "camping"],
  ["eyepieces and tripods for the rings of Saturn, ads in Britain", "astronomy"],
])("%s is about %s", (brief, meant) => {
  expect(subjectsOf(brief).join(" ")).toContain(meant);
});

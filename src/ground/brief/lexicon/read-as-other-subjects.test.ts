import { expect, test } from "vitest";
import { subjectsOf } from "../firm-demands.fixture.ts";
import { readText } from "../read-text.ts";

const told = (text: string) =>
  readText(text).mentions.content.flatMap(({ senses }) =>
    senses.filter(({ kind, isHint }) => kind === "topic" && !isHint).map(({ id }) => id),
  );

test.each([
  ["people with allergies", "allergies"],
  ["Menschen mit Diabetes", "diabetes"],
  ["les personnes souffrant d'allergies", "allergies"],
  ["personas con diabetes", "diabetes"],
  ["chi soffre di mal di schiena", "back-pain"],
  ["quem tem alergias", "allergies"],
  ["mensen met hooikoorts", "allergies"],
  ["osoby z alergią", "allergies"],
  ["糖尿病の方", "diabetes"],
  ["مرضى السكري", "diabetes"],
])("an ailment is not health as a whole, nor medicine, which another ailment is of as well: %s", (brief, ailment) => {
  const subjects = subjectsOf(brief);
  expect(subjects).toContain(ailment);
  expect(subjects).not.toContain("health");
  expect(subjects).not.toContain("medical");
});

test.each(["our readers care about their health", "a magazine on illness and health"])("and health is: %s", (text) => {
  expect(told(text)).toContain("health");
});

test.each([
  ["Fashion deals, CPM floor, deep links, 30-day cookie", "baking"],
  ["LED walls, animation ok, no audio", "animation"],
  ["Home cooks are scrubbed from the list", "nursing-staff"],
  ["Regs, tools and dodgy wiring, recorded in a van", "automotive"],
  ["Fachzeitung, halbe Seite, Kombirabatt 10 %", "estate-cars"],
  ["Skyscraper und Wallpaper, Buchung nach TKP", "interior"],
  ["Le mensuel des salons : coupe, coloration, apprentis", "car-types"],
  ["Le film de l'étape en sept minutes", "movies"],
  ["Une vidéo sur le bitcoin et les portefeuilles", "handbags"],
  ["Menciones y cuñas de 20 segundos", "baby"],
  ["Peluquerías: gestión de citas, márgenes", "dating"],
  ["El usuario ve el video a cambio de monedas", "stamps-coins"],
  ["Confronto tra macchine per casa", "automotive"],
  ["Aprovação do roteiro inclusa", "travel"],
  ["Com leitura dos autores", "books"],
  ["Banner en native tegel", "flooring"],
  ["Muzyka, korki i przepisy o czasie pracy", "cooking"],
  ["記事下レクタングル", "news"],
  ["ستة مصممين يعرضون المجالس", "fashion"],
  ["trends in cloud computing", "fashion"],
])("how a product is sold and told is not what it is about: %s", (text, other) => {
  expect(told(text)).not.toContain(other);
});

test.each([
  ["cookie recipes", "baking"],
  ["animation for children", "animation"],
  ["przepisy na ciasta", "cooking"],
  ["macchine usate e auto nuove", "automotive"],
  ["macchine da corsa", "motorsport"],
  ["cunas de bebé", "baby"],
  ["bolsos y carteras de piel", "handbags"],
  ["les coupés et cabriolets", "car-types"],
  ["people who run for fun", "running"],
])("and where it is, it is read: %s", (text, subject) => {
  expect(told(text)).toContain(subject);
});

test.each([
  ["Petroleum engineers and rig crews", "oil-gas", "engineering"],
  ["ingenieros petroleros", "oil-gas", "engineering"],
  ["security engineers", "cybersecurity", "engineering"],
  ["medici veterinari", "veterinary-trade", "medical"],
  ["Crema con receta para médicos", "pharma", "cooking"],
  ["Cascos de moto integrales", "motorcycles", "healthy-eating"],
  ["exploitations viticoles et maîtres de chai", "winegrowing", "cooking"],
  ["people who run grocery stores", "retail-trade", "running"],
  ["fundos imobiliários", "funds", "real-estate"],
  ["empresas instaladoras fotovoltaicas", "solar", "plumbing"],
  ["Hot dogs and tacos", "dining-out", "dogs"],
  ["خطوط الأنابيب والتكرير", "oil-gas", "plumbing"],
  ["大相撲ファンに向けて", "sumo", "sports"],
  ["着物や和装小物が好きな人", "kimono", "fashion"],
  ["salsa de tomate", "food-drink", "world-music"],
])("a word that says which is meant decides: %s", (text, meant, other) => {
  const subjects = told(text);
  expect(subjects).toContain(meant);
  expect(subjects).not.toContain(other);
});

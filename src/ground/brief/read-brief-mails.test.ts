import { expect, test } from "vitest";
import { demandsOf } from "../ranking/demands.ts";
import { readBrief } from "./read-brief.ts";

const demandsIn = (brief: string) => demandsOf(readBrief(brief));

test.each([
  "Headphones hand-made in Leeds. Audience: music lovers.",
  "We build bikes in Ghent and look for cyclists.",
  "Wir bauen in Leipzig Fahrräder und suchen Radfahrer.",
  "On fabrique des raquettes à Perpignan et on cherche des joueurs de tennis.",
  "Auriculares hechos a mano en Gijón. Público: melómanos.",
  "Cuffie fatte a mano a Matera. Cerchiamo melomani.",
  "Auscultadores feitos à mão no Porto. Procuramos melómanos.",
  "Fietsen gebouwd in Gent. We zoeken fietsers.",
  "Słuchawki robione ręcznie w Krakowie. Szukamy melomanów.",
  "Rękawice, polska marka. Szukamy narciarzy.",
  "After the fair in Milan we have a little money left for cyclists.",
  "Nach der Messe in Mailand haben wir noch etwas Geld für Radfahrer.",
  "Après le salon de Milan il nous reste un peu de budget pour des cyclistes.",
  "Tras la feria de Milán nos queda algo de dinero para ciclistas.",
  "Dopo la fiera di Milano ci restano due soldi per i ciclisti.",
  "Depois da feira de Milão sobrou algum dinheiro para ciclistas.",
  "Na de beurs in Milaan hebben we nog wat geld over voor fietsers.",
  "Po targach w Mediolanie zostało nam trochę pieniędzy na kolarzy.",
  "ミラノの見本市のあと、少し予算が残りました。サイクリスト向けです。",
  "بعد معرض ميلانو بقي لدينا بعض المال لراكبي الدراجات.",
  "Somos tres amigos de Oporto con una app para corredores.",
  "My colleague has the budget, but she's in Lisbon until Thursday. We look for campers.",
])("where something is made, or somebody is, is no market: %s", (brief) => {
  expect(demandsIn(brief).countries.any).toEqual([]);
});

test.each([
  ["We build houses for people in Ghent", ["BE"]],
  ["We produce ice cream, only for Austria", ["AT"]],
  ["Szukamy odbiorców w Polsce", ["PL"]],
])("unless it says so: %s", (brief, countries) => {
  expect(demandsIn(brief).countries.any).toEqual(countries);
});

test.each([
  "We look for hikers. Greetings from rainy Leeds",
  "Wir suchen Wanderer. Liebe Grüße aus dem verregneten Kassel",
  "Nous cherchons des randonneurs. Salutations de Lille",
  "Buscamos senderistas. Saludos desde Gijón",
  "Cerchiamo escursionisti. Un saluto da Matera",
  "Procuramos caminhantes. Um abraço de Coimbra",
  "We zoeken wandelaars. Groetjes uit Gent",
  "Szukamy turystów. Pozdrowienia z Krosna",
])("where greetings come from is no market: %s", (brief) => {
  expect(demandsIn(brief).countries.any).toEqual([]);
});

test.each([
  "Hikers, please. Please reply in English.",
  "Wanderer gesucht. Antworten Sie bitte auf Deutsch.",
  "Des randonneurs. Merci de répondre en français.",
  "Senderistas. Respondan en español, por favor.",
  "Escursionisti. Rispondete in italiano per favore.",
  "Caminhantes. Por favor respondam em português.",
  "Wandelaars. Antwoord graag in het Nederlands.",
  "Turyści. Po polsku proszę odpisać.",
  "ハイカー向け。日本語でご返信ください。",
  "لهواة المشي. الرد بالعربية من فضلكم.",
])("the language of the answer is not that of the media: %s", (brief) => {
  expect(demandsIn(brief).languages.any).toEqual([]);
});

test("a language that is demanded stays so beside an answer", () => {
  expect(demandsIn("Only media in Dutch. Please reply soon.").languages.any).toEqual(["nl"]);
});

test.each([
  ["Surtout pas en Espagne", ["ES"]],
  ["Sobre todo no en Francia", ["FR"]],
  ["Soprattutto non in Spagna", ["ES"]],
  ["Vooral niet in Spanje", ["ES"]],
  ["Byle nie w Hiszpanii", ["ES"]],
])("what is above all not wanted is refused: %s", (brief, countries) => {
  expect(demandsIn(brief).countries.none).toEqual(countries);
});

test("a medium's word among other things is one of them", () => {
  expect(demandsIn("Sea rods, reels, lures. Anglers only.").channels.any).toEqual([]);
  expect(demandsIn("Instagram, reels, stories").channels.any).toEqual(["social"]);
});

test("what is only hinted at is no alternative to what alone is wanted", () => {
  expect(demandsIn("Alleen adverteren in nieuwsbrieven. Wij verkopen een kalender op papier.").channels.any).toEqual([
    "email",
  ]);
});

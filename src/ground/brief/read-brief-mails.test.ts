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
  "Our creative is in English. We want hikers.",
  "The contract should be in Dutch. We want hikers.",
  "Unsere App gibt es auf Spanisch. Wir suchen Wanderer.",
  "Notre appli existe en espagnol. Nous cherchons des randonneurs.",
  "Las piezas están en inglés. Buscamos senderistas.",
  "I testi sono in inglese. Cerchiamo escursionisti.",
  "Os textos estão em inglês. Procuramos caminhantes.",
  "De teksten zijn in het Engels. We zoeken wandelaars.",
  "Teksty są po angielsku. Szukamy turystów.",
  "素材は英語です。ハイカーを探しています。",
  "النصوص بالإنجليزية. نبحث عن هواة المشي.",
])("the language of the answer, or of the material, is not that of the media: %s", (brief) => {
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

test.each([
  "I heard your founder on the radio and thought of you. We look for anglers.",
  "Last year we printed leaflets, which nobody read. We look for anglers.",
  "Please send me a PDF by e-mail. We look for anglers.",
  "Let's talk on a video call next week. We look for anglers.",
  "Our TV spot won a prize in 2019. We look for anglers.",
  "You can find us on LinkedIn. We look for anglers.",
  "The invoice goes by post. We look for anglers.",
  "We have a website and a shop. Anglers, please.",
  "Letztes Jahr haben wir Flyer gedruckt, die keiner las. Wir suchen Angler.",
  "Bitte schicken Sie mir ein PDF per E-Mail. Wir suchen Angler.",
  "Lassen Sie uns per Videocall sprechen. Wir suchen Angler.",
  "Sie finden uns auf Instagram. Wir suchen Angler.",
  "J'ai entendu votre fondateur à la radio. Nous cherchons des pêcheurs.",
  "L'an dernier nous avons imprimé des flyers que personne n'a lus. Nous cherchons des pêcheurs.",
  "Envoyez-moi un PDF par e-mail. Nous cherchons des pêcheurs.",
  "Parlons-en en visio. Nous cherchons des pêcheurs.",
  "Vous nous trouvez sur Instagram. Nous cherchons des pêcheurs.",
  "Escuché a su fundador en la radio. Buscamos pescadores.",
  "Envíenme un PDF por correo electrónico. Buscamos pescadores.",
  "Hablemos por videollamada. Buscamos pescadores.",
  "Nos encuentran en Instagram. Buscamos pescadores.",
  "Ho sentito il vostro fondatore alla radio. Cerchiamo pescatori.",
  "Mandatemi un PDF per e-mail. Cerchiamo pescatori.",
  "Ci trovate su Instagram. Cerchiamo pescatori.",
  "Ouvi o vosso fundador na rádio. Procuramos pescadores.",
  "Enviem-me um PDF por e-mail. Procuramos pescadores.",
  "Estamos no Instagram. Procuramos pescadores.",
  "Ik hoorde uw oprichter op de radio. We zoeken vissers.",
  "Stuur me een pdf per e-mail. We zoeken vissers.",
  "U vindt ons op Instagram. We zoeken vissers.",
  "Słyszałem waszego założyciela w radiu. Szukamy wędkarzy.",
  "Znajdziecie nas na Instagramie. Szukamy wędkarzy.",
  "御社の創業者をラジオで聴きました。釣り人に届けたいです。",
  "PDFをメールで送ってください。釣り人に届けたいです。",
  "インスタグラムもやっています。釣り人に届けたいです。",
  "سمعت مؤسسكم في الراديو. نبحث عن صيادي السمك.",
  "أرسلوا لي ملف PDF بالبريد الإلكتروني. نبحث عن صيادي السمك.",
  "تجدوننا على إنستغرام. نبحث عن صيادي السمك.",
  "She writes a newsletter herself, and we look for anglers.",
  "My brother-in-law works in television. We look for anglers.",
  "We already wrote to you by mail in May. Anglers wanted.",
  "The logo was designed for a billboard once. Anglers wanted.",
  "Wir waren schon im Fernsehen bei der Höhle der Löwen. Wir suchen Angler.",
  "Nous sommes passés à la télé en mars. Nous cherchons des pêcheurs.",
  "Salimos en la tele en marzo. Buscamos pescadores.",
  "Siamo stati in tv a marzo. Cerchiamo pescatori.",
])("a medium in which the writer was, or by which to answer, is none to book: %s", (brief) => {
  expect(demandsIn(brief).channels.any).toEqual([]);
});

test.each([
  ["Send me ideas for podcasts about fishing.", ["podcast"]],
  ["I heard radio works, so radio please.", ["radio"]],
  ["Estamos en busca de podcasts de pesca.", ["podcast"]],
  ["Envoyez-moi vos offres pour la radio.", ["radio"]],
  ["Schicken Sie mir Vorschläge für Plakate.", ["ooh"]],
  ["ポッドキャストの提案を送ってください。", ["podcast"]],
  ["We want to be seen on Instagram.", ["social"]],
  ["Advertise by email, please.", ["email"]],
])("what is to be booked stays so: %s", (brief, channels) => {
  expect(demandsIn(brief).channels.any).toEqual(channels);
});

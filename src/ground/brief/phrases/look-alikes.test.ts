import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";

test('"SEM" in capitals is search, and "sem" is without', () => {
  expect(firmDemandsOf("SEM y redes sociales")).toEqual(["search", "social"]);
  expect(firmDemandsOf("queremos SEM y display")).toEqual(["display", "search"]);
  expect(firmDemandsOf("campagne SEM et SEO")).toContain("search");
  expect(firmDemandsOf("sem rádio e sem TV, display")).toContain("-radio");
  expect(subjectsOf("campanha SEM política, rádio")).toEqual(["-politics"]);
  expect(firmDemandsOf("SEM RÁDIO")).toEqual(["-radio"]);
});

test.each([
  "taller en un radio de 10 km alrededor de Sevilla, display",
  "tienda, radio: 15 km, display",
  "passer une radio chez le médecin, display",
  "L'azienda Radio Taxi Torino vuole farsi conoscere con display",
  "pub dans Télé 7 Jours, display",
  "https://www.radio.de/plan ; display",
  "Please send it to j.print@radio-one.com. Display.",
  "utm_source=email&utm_medium=social ; display",
  "Subject: Re: Fwd: radio plan ; display",
  "weekly reporting by email; display",
  "Reporting: email. Media: display",
  "Wochenbericht per E-Mail. Medium: Display.",
  "レポートは毎週メールで送付。媒体はディスプレイ。",
  "drive newsletter subscriptions with display",
  "please search for display",
  "app deep links, display",
  "final deck in print, display",
  "press coverage; display",
  "radio silence until launch; display",
  "competitor X runs on radio; we want display",
  "the client's CEO hosts a podcast; display",
  "a cinema chain promoting its new hall; display",
  "kayaking down the Amazon, display",
  "puzzle-game players, display",
  "game plan, display",
  "print-on-demand T-shirts, display",
  "les gens qui ne regardent plus la télé, display",
  "ラジオを聴かない世代、ディスプレイ",
])("what only sounds like a medium is none: %s", (brief) => {
  expect(firmDemandsOf(brief).filter((one) => one.length > 2)).toEqual(["display"]);
});

test.each([
  "do not print explanations. Podcast.",
  "no social engineering; podcast",
  "no need for a game plan; podcast",
])("nor is it refused: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual(["podcast"]);
});

test("media are media all the same", () => {
  expect(firmDemandsOf("paid search for plumbers")).toEqual(["search"]);
  expect(firmDemandsOf("radio 30 segundos, España")).toEqual(["ES", "radio"]);
  expect(firmDemandsOf("newsletter ads in Germany")).toEqual(["DE", "email"]);
  expect(firmDemandsOf("retail media on Amazon")).toEqual(["retail_media"]);
  expect(firmDemandsOf("no social media; podcast")).toEqual(["-social", "podcast"]);
  expect(firmDemandsOf("pagina di giornale")).toEqual(["print"]);
  expect(firmDemandsOf("volantini nelle cassette postali")).toEqual(["print"]);
  expect(firmDemandsOf("flocage de bus")).toContain("ooh");
});

test.each([
  "Request from the AI assistant of the marketing team: radio in Kent.",
  "Hier schreibt der KI-Assistent der Marketingabteilung: Radio in Kent.",
  "Demande de l'assistant IA du service marketing : radio dans le Kent.",
  "Petición del asistente de marca. Canal: radio.",
  "Richiesta dell'assistente IA del marketing: radio nel Kent.",
  "Pedido do assistente de IA da marca: rádio em Kent.",
  "Aanvraag van de AI-assistent van de marketingafdeling: radio in Kent.",
  "Zapytanie od asystenta AI działu marketingu: radio w Kent.",
  "طلب من المساعد الذكي لقسم التسويق: إعلانات إذاعية",
])("an assistant that writes is none in whose answers to advertise: %s", (brief) => {
  const demands = firmDemandsOf(brief);
  expect(demands).toContain("radio");
  expect(demands).not.toContain("sponsored_intelligence");
});

test.each([
  "We want to be in the answers of AI assistants.",
  "The best place is AI assistants.",
  "Werbung in KI-Assistenten",
  "anuncios en asistentes de IA",
  "reklamy w asystencie AI",
  "إعلانات في المساعد الذكي",
])("an assistant in whose answers to advertise is a medium: %s", (brief) => {
  expect(firmDemandsOf(brief)).toContain("sponsored_intelligence");
});

test("in Japanese, what people are said to watch is no demand", () => {
  expect(firmDemandsOf("テントを売りたいんだけど、みんなyoutube見てるよね、なんかいい案ありますか")).toEqual([]);
  expect(firmDemandsOf("うちの客はだいたいYouTube見てるらしいですが、釣り船に乗りたい人を集めたいです")).toEqual([]);
});

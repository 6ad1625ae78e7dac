import { expect, test } from "vitest";
import { saidIn } from "../../firm-demands.fixture.ts";

test.each([
  ["De directie heeft radio verboden.", ["radio"]],
  ["Mailings heeft het bestuur verboden, affiliates eveneens.", ["affiliate", "email"]],
  ["Die Leitung hat Radio verboden.", ["radio"]],
  ["O banco proíbe rádio e proíbe e-mail.", ["email", "radio"]],
  ["The board has banned radio.", ["radio"]],
] as const)("what somebody has banned is refused: %s", (brief, refused) => {
  expect(saidIn(brief)).toEqual({ refused, wanted: [] });
});

test.each([
  ["Excluez le cinéma, la presse et la radio.", ["cinema", "print", "radio"]],
  ["Escludete il cinema, la stampa e la radio.", ["cinema", "print", "radio"]],
  ["Excluam o cinema, a imprensa e a rádio.", ["cinema", "print", "radio"]],
  ["Ni emails ni radio, por favor.", ["email", "radio"]],
  ["En Francia no y en Marruecos tampoco.", ["FR", "MA"]],
  ["Suche, Display und Radio lasst bitte weg.", ["display", "radio", "search"]],
] as const)("each of a list is refused: %s", (brief, refused) => {
  expect(saidIn(brief)).toEqual({ refused, wanted: [] });
});

test.each([
  ["Les bannières, c'est fini pour ce client, l'emailing aussi.", ["display", "email"]],
  ["Les influenceurs, la directrice n'en veut plus.", ["influencer"]],
  ["La radio no la queremos ver.", ["radio"]],
  ["Afiliados só nos trouxeram lixo. Este seguro dispensa-os.", ["affiliate"]],
  ["On a déjà acheté du Google Ads, inutile d'en rajouter.", ["search"]],
  ["Banerów i mailingu nie chcemy widzieć.", ["display", "email"]],
  ["W Rosji w żadnym razie.", ["RU"]],
  ["Nie wolno nam reklamować się na Ukrainie ani w Mołdawii.", ["MD", "UA"]],
  ["Produktplatzierungen haben wir auch hinter uns.", ["product_placement"]],
  ["Kino is auch Quatsch.", ["cinema"]],
  ["Ya no kiero mas influencers.", ["influencer"]],
  ["Je ne veux plus d'affichage.", ["dooh", "ooh"]],
  ["中国と香港に向けた広告は出せません。", ["CN", "HK"]],
  ["فالراديو والسينما خارج الحساب.", ["cinema", "radio"]],
  ["مفيش راديو ولا سينما.", ["cinema", "radio"]],
] as const)("further ways of refusing: %s", (brief, refused) => {
  expect(saidIn(brief)).toEqual({ refused, wanted: [] });
});

test.each([
  ["No more outdoor.", ["dooh", "ooh"]],
  ["Outdoor is gone too.", ["dooh", "ooh"]],
  ["Outdoor skreślcie, proszę.", ["dooh", "ooh"]],
  ["屋外系は外してください。", ["dooh", "ooh"]],
] as const)("outdoor that is refused is a medium: %s", (brief, refused) => {
  expect(saidIn(brief).refused).toEqual(refused);
});

test.each([
  ["Radio and podcasts for outdoor gear.", ["podcast", "radio"]],
  ["Non è radio per tutti, ma podcast sì.", ["podcast"]],
  ["Suche Podcasts und Radio in Wien.", ["AT", "podcast", "radio"]],
  ["Wir buchen Radio, nichts über 10 Euro TKP.", ["radio"]],
] as const)("what looks alike is still asked for: %s", (brief, wanted) => {
  expect(saidIn(brief).wanted).toEqual(wanted);
});

test("a price that is refused does not undo the refusal behind it", () => {
  expect(saidIn("Bitte nix über 10 Euro TKP und kein Radio.").refused).toEqual(["radio"]);
});

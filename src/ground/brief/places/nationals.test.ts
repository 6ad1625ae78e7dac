import { expect, test } from "vitest";
import { demandsOf } from "../../ranking/demands.ts";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

const countriesIn = (brief: string) => demandsOf(readBrief(brief)).countries;

test.each([
  ["Danes who cycle to work.", ["DK"]],
  ["Ausschließlich Dänen, niemand sonst.", ["DK"]],
  ["Les Portugais qui font du vélo.", ["PT"]],
  ["Tylko dla Duńczyków.", ["DK"]],
])("a people is in its country: %s", (brief, any) => {
  expect(countriesIn(brief)).toEqual({ any, none: [] });
});

test.each([
  ["Poles living in Germany who send money home.", ["DE"]],
  ["Los colombianos que viven en España.", ["ES"]],
  ["Our founders are Swedes. Radio in Finland.", ["FI"]],
  ["We are Danes and make chairs. Ads in Norway.", ["NO"]],
])("and elsewhere where that is said, or where it is who writes: %s", (brief, any) => {
  expect(countriesIn(brief).any).toEqual(any);
});

test("a people is refused as anybody is", () => {
  expect(countriesIn("Everybody is welcome except Danes.").none).toEqual(["DK"]);
});

test.each([
  ["Netherlands brand coming to the UK", ["GB"]],
  ["Podcasts für Türken in Deutschland", ["DE", "podcast"]],
  ["podcasts pour les Portugais de France", ["FR", "podcast"]],
  ["podcasts para brasileiros em Portugal", ["PT", "podcast"]],
  ["podcasts voor Polen in Nederland", ["NL", "podcast"]],
  ["podcasts pour les Italiens de Belgique", ["BE", "podcast"]],
  ["Indian diaspora in the US and Canada", ["CA", "US"]],
  ["African American women, podcasts", ["US", "podcast"]],
  ["Native American communities, US", ["US"]],
  ["Asian American families", ["US"]],
])("a people elsewhere is where it lives: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["targeting German and Dutch families", ["DE", "NL"]],
  ["British, Irish and American travellers, social", ["GB", "IE", "US"]],
  ["familles françaises et belges", ["BE", "FR"]],
])("of several peoples in a list all are meant: %s", (brief, countries) => {
  expect(firmDemandsOf(brief)).toEqual(expect.arrayContaining(countries));
});

test.each([
  ["Que proposer aux Marocains et aux Tunisiens ?", ["MA", "TN"]],
  ["Um aplicativo para brasileiros de 18 a 30 anos.", ["BR"]],
  ["Queremos espanhóis que gostem de caminhar.", ["ES"]],
  ["Queremos a los ingleses que ya están hartos.", ["GB"]],
  ["Solo portugueses. Feria medieval.", ["PT"]],
  ["Ci rivolgiamo a brasiliani e argentini.", ["AR", "BR"]],
  ["Il parco si rivolge ad austriaci e sloveni.", ["AT", "SI"]],
  ["Verkauft wird nur an Deutsche und Österreicher.", ["AT", "DE"]],
  ["نستهدف الأتراك والأذربيجانيين.", ["AZ", "TR"]],
  ["مدينتنا تخاطب البحرينيين والقطريين وحدهم.", ["BH", "QA"]],
  ["It's Canadian and American quilters who should see our fabrics.", ["CA", "US"]],
  ["Vogliamo parlare agli autotrasportatori polacchi.", ["PL"]],
  ["Voor Vlaamse zelfstandigen hebben we een polis.", ["BE"]],
])("a people that is spoken to, without an article or with one that says so: %s", (brief, any) => {
  expect([...countriesIn(brief).any].toSorted()).toEqual(any);
});

test.each([
  ["Podcast per i vini italiani in Belgio.", ["BE"]],
  ["Sono danesi i nostri fondatori. Radio in Finlandia.", ["FI"]],
  ["نبيع السيارات اليابانية. إعلانات في الأردن.", ["JO"]],
  ["Our Belgian growers supply us. Radio in Finland.", ["FI"]],
])("goods and growers of a country are not its people: %s", (brief, any) => {
  expect(countriesIn(brief).any).toEqual(any);
});

test.each([
  ["在日ベトナム人向けの送金アプリです。", ["JP"]],
  ["在米日本人のための食品宅配です。", ["US"]],
  ["日本に住むブラジルの方に届けたい。", ["JP"]],
  ["日本人向けの媒体です。", ["JP"]],
  ["Somos una marca vegana y la campaña es para Alemania.", ["DE"]],
  ["We are a vegan brand and the campaign is for Germany.", ["DE"]],
  ["Cine para captar donantes de médula.", []],
  ["A ideia é captar técnicos.", []],
  ["Cine en Qatar.", ["QA"]],
])("where people live, a campaign behind who writes, and words that look like a country: %s", (brief, any) => {
  expect(countriesIn(brief).any).toEqual(any);
});

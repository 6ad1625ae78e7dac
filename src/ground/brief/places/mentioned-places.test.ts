import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

test.each([
  ["our colleague in Leeds wants social in Italy", ["IT", "social"]],
  ["für unseren Kunden aus Hamburg planen wir Podcasts in Österreich", ["AT", "podcast"]],
  ["Our Vienna team is looking for podcasts in Germany", ["DE", "podcast"]],
  ["The Hague office: podcast in Spain", ["ES", "podcast"]],
  ["Onze klant in Brussel zoekt display in Duitsland", ["DE", "display"]],
  ["oprichter uit Gent, podcast Spanje", ["ES", "podcast"]],
  ["billing in Ireland, display UK", ["GB", "display"]],
  ["Meeting in Berlin next Tuesday; podcast in the UK", ["GB", "podcast"]],
  ["agencia de Buenos Aires busca CTV en Alemania", ["DE", "ctv"]],
  ["agência de Lisboa procura CTV na Alemanha", ["DE", "ctv"]],
  ["nos serveurs sont en Irlande ; display en France", ["FR", "display"]],
  ["biuro w Berlinie, podcast w Czechach", ["CZ", "podcast"]],
  ["UK time zone, podcast US", ["US", "podcast"]],
  ["timezone: Europe/London; podcast", ["podcast"]],
  ['"tz":"Asia/Tokyo", display in Germany', ["DE", "display"]],
  ["my name is Florence, I need display in the UK", ["GB", "display"]],
  ["Notre égérie s'appelle Florence Allemand", []],
  ["Salvo Russo, titolare di autofficina, vuole display", ["display"]],
  ["Quero display.\nBjs, Natália Porto", ["display"]],
  ["Codename Tokyo, podcast Spain", ["ES", "podcast"]],
  ["Campaign: Paris_Spring_UK. Display UK.", ["GB", "display"]],
  ["file: ctv_plan_germany.xlsx ; podcast in the UK", ["GB", "podcast"]],
  ["podcast moda Italia. Via Parigi 12, 10128 Torino", ["IT", "podcast"]],
  ["London Fog coats, display US", ["US", "display"]],
  ["Vorig jaar radio in Nederland, werkte niet. Nu podcast in Spanje.", ["ES", "podcast"]],
  ["Letztes Jahr lief Radio in Österreich nicht gut. Jetzt Podcast in Spanien.", ["ES", "podcast"]],
  ["The campaign in France spent 80k; now we have 35k USD for Canada, display", ["CA", "display"]],
  ["on se rabat sur du display", ["display"]],
  ["malta que gosta de futebol", []],
  ["بودكاست مالي", ["podcast"]],
  ["المستشار المالي", []],
  ["المغرب والعشاء: وقت الصلاة", []],
])("a place that is only mentioned is no market: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["no data leaves the EU; podcast in the US", ["US", "podcast"]],
  ["Daten dürfen die EU nicht verlassen, Podcast in den USA", ["US", "podcast"]],
  ["les données ne quittent pas l'UE ; podcast aux États-Unis", ["US", "podcast"]],
  ["データはEU域外に移転しない。ディスプレイ、日本", ["JP", "display"]],
  ["GDPR: no transfer outside the EU; podcast in the US", ["US", "podcast"]],
  ["個人情報は米国に保存しない。日本のポッドキャスト", ["JP", "podcast"]],
  ["los datos no salen de la UE; pódcast en México", ["MX", "podcast"]],
  ["البيانات لا تغادر الاتحاد الأوروبي؛ بودكاست في مصر", ["EG", "podcast"]],
  ["all data must be stored in Germany. Podcast in the US", ["US", "podcast"]],
  ["our first-party data audience in Germany, podcast", ["DE", "podcast"]],
  ["data leaves no doubt: podcast in Germany", ["DE", "podcast"]],
])("where data are kept is neither demanded nor refused: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Reach our clients in Leeds and in Spain with podcasts", ["ES", "GB", "podcast"]],
  ["UK office workers, podcast Germany", ["DE", "GB", "podcast"]],
  ["Podcast for a client in Germany", ["DE", "podcast"]],
  ["Companies in Berlin and Vienna, podcast", ["AT", "DE", "podcast"]],
  ["La nostra sfida si chiama Slovenia, podcast", ["SI", "podcast"]],
  ["connected_tv_germany, podcast", ["DE", "ctv", "podcast"]],
  ["Europe/Asia is not it: UK/Germany, podcast", expect.arrayContaining(["DE", "GB", "podcast"])],
  ["Regards, Anna, Paris. Display in Spain", ["ES", "display"]],
  ["New York, sales directors, podcast", ["US", "podcast"]],
  ["podcast em Malta", ["MT", "podcast"]],
  ["بودكاست في مالي", ["ML", "podcast"]],
  ["السنغال ومالي", ["ML", "SN"]],
  ["إعلانات في المغرب", ["MA"]],
  ["Steuerberater Podcast Deutschland", ["DE", "podcast"]],
  ["warehouse managers UK: podcast", ["GB", "podcast"]],
  ["Our warehouse is in Turin, radio in Rome", ["IT", "radio"]],
  ["Flights from £39, display UK", ["GB", "display"]],
  ["Flüge ab 39 Euro, Display Deutschland", ["DE", "display"]],
])("what looks like a mention may be a market: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Our office in Dublin wants display in Germany", []],
  ["We're a Munich agency. Podcast, Spain.", []],
  ["Podcasts in Österreich, am liebsten in Wien", ["vienna"]],
])("a town that is only mentioned, in a country that is not demanded, is none: %s", (brief, towns) => {
  const chips = readBrief(brief).chips.filter(({ kind }) => kind === "region");
  expect(chips.map(({ value }) => value)).toEqual(towns);
});

test.each([
  ["独・仏・伊でディスプレイ", ["DE", "FR", "IT", "display"]],
  ["独仏伊のディスプレイ", ["DE", "FR", "IT", "display"]],
  ["日米欧のディスプレイ", expect.arrayContaining(["CH", "DE", "JP", "US", "display"])],
  ["英米のポッドキャスト", ["GB", "US", "podcast"]],
  ["日中に聴くポッドキャスト", ["podcast"]],
  ["独身女性向けディスプレイ", ["display"]],
  ["土日祝のラジオ", ["radio"]],
  ["Market 🇩🇪, display", ["DE", "display"]],
  ["🇪🇸 podcast", ["ES", "podcast"]],
  ["vidéo outre-Manche, fans de moto", expect.arrayContaining(["GB"])],
  ["podcast outre-Rhin", ["DE", "podcast"]],
  ["podcast oltralpe", ["FR", "podcast"]],
  ["podcast za Odrą", ["DE", "podcast"]],
  ["podcast w Stanach", ["US", "podcast"]],
  ["stany magazynowe, podcast", ["podcast"]],
  ["audio para Levante y Murcia", expect.arrayContaining(["ES"])],
  ["The Netherlands isn't relevant, Germany is. Podcast.", ["-NL", "DE", "podcast"]],
])("countries by signs and by what they are called from afar: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each(["social moda (no isole)", "hors îles, Corse comprise", "keine Inseln, Display"])(
  "the islands of a country are no beaches: %s",
  (brief) => {
    expect(readBrief(brief).chips.filter(({ kind, negated }) => kind === "topic" && negated)).toEqual([]);
  },
);

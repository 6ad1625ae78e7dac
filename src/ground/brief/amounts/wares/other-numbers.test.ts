import { expect, test } from "vitest";
import { readBrief } from "../../read-brief.ts";

const amountsIn = (brief: string) =>
  readBrief(brief)
    .chips.filter(({ kind }) => kind === "maxCpm" || kind === "budget")
    .map(({ kind, value, currency }) => [kind, value, currency].filter(Boolean).join(" "));

test.each([
  ["podcast UK £25 CPM max, 3 weeks", "maxCpm 25 GBP"],
  ["Podcast Spanien 25 Euro TKP maximal, 2 Wochen", "maxCpm 25 EUR"],
  ["£25 CPM max, flight 2 Feb - 29 Mar, podcast UK", "maxCpm 25 GBP"],
  ["Display UK, £7 CPM cap, live 14.02", "maxCpm 7 GBP"],
  ["display UK £7 CPM cap. 14 days.", "maxCpm 7 GBP"],
  ["social UK, £6 CPM, 3 posts", "maxCpm 6 GBP"],
  ["Display Deutschland, 5 € TKP. 3 Motive.", "maxCpm 5 EUR"],
  ["display US $5 CPM max, 300x250", "maxCpm 5 USD"],
  ["CPM2000円以下、3週間", "maxCpm 2000 JPY"],
  ["CPM ١٥ يورو كحد أقصى، ٣ أسابيع", "maxCpm 15 EUR"],
])("a number behind a price is none of its own: %s", (brief, price) => {
  expect(amountsIn(brief)).toEqual([price]);
});

test.each([
  ["£25 CPM, 30 max", ["maxCpm 30"]],
  ["max CPM 9 banners UK", ["maxCpm 9"]],
  ["podcast 25 EUR CPM, display 5 EUR CPM", ["maxCpm 25 EUR", "maxCpm 5 EUR"]],
])("a number that is called a price is one: %s", (brief, prices) => {
  expect(amountsIn(brief)).toEqual(prices);
});

test.each([
  ["CPM under 4 €, for shoes under 80 €, display Germany", ["maxCpm 4 EUR"]],
  ["TKP-Obergrenze 4 €, Schuhe unter 80 €, Display Deutschland", ["maxCpm 4 EUR"]],
  ["sneakers under $100, display US", []],
  ["schoenen voor minder dan 80 euro, display Duitsland", []],
  ["chaussures à moins de 80 euros, display France", []],
  ["menu for less than 10 euros, dooh Germany", []],
  ["Menü unter 10 Euro, DOOH Deutschland", []],
  ["buty do 200 zł, display Polska", []],
  ["5000円以下の靴、ディスプレイ", []],
  ["Gebrauchtwagen bis 10.000 Euro, Display Deutschland", []],
  ["rower za 4 999 zł, podcast outdoor", []],
  ["1億円の住宅を買う富裕層。ディスプレイ", []],
  ["apartments worth £500,000 for wealthy buyers", []],
])("what wares cost is no price of media: %s", (brief, prices) => {
  expect(amountsIn(brief)).toEqual(prices);
});

test.each([
  ["moda, display Italia, max 8 euro", "maxCpm 8 EUR"],
  ["running: under 12 euros", "maxCpm 12 EUR"],
  ["we pay under 10 euros for fashion", "maxCpm 10 EUR"],
  ["cooking podcast max 20 euros", "maxCpm 20 EUR"],
  ["Werbung für Schuhe bis 10.000 Euro", "budget 10000 EUR"],
  ["shoe campaign for 5000 euros", "budget 5000 EUR"],
])("what is paid for media that are about wares is: %s", (brief, price) => {
  expect(amountsIn(brief)).toEqual([price]);
});

test.each([
  "Umsatz des Kunden: 20 Mio. Euro. Display Deutschland.",
  "Win a £5,000 voucher! Social campaign UK",
  "Preisgeld 10.000 Euro, DOOH Deutschland",
  "nous avons levé 3 M€",
  "abbiamo raccolto 2 milioni di euro",
  "faturamos R$ 4 milhões por ano, queremos podcast de finanças",
  "月商300万円の小さな会社の経営者",
  "CPCV ceiling 0.04 USD; connected TV US",
  "視聴単価5円以下のCTV",
  "تكلفة المشاهدة لا تتجاوز ٠٫٠٥ درهم، التلفزيون المتصل",
  "CPM actuel : 12 €",
  "obecny CPM to 20 zł",
  "el CPM medio del sector es de 6 euros",
])("what is earned, won, raised, paid today or paid for a view is no demand: %s", (brief) => {
  expect(amountsIn(brief)).toEqual([]);
});

test.each([
  ["CPM máximo: 8'50 €", "maxCpm 8.5 EUR"],
  ["CPM 3'20 € de tope", "maxCpm 3.2 EUR"],
  ["budget 20'000 CHF", "budget 20000 CHF"],
  ["CPM autour de 5-6 €, max 7", "maxCpm 7 EUR"],
  ["CPM¥2,000-¥3,000、ディスプレイ", "maxCpm 3000 JPY"],
  ["ポンド建てCPM15以内", "maxCpm 15 GBP"],
  ["enveloppe de 30 KE, display", "budget 30000 EUR"],
  ["mamy do wydania jakieś 20 tysięcy", "budget 20000"],
  ["الحد الاعلى لسعر الالف: ١٥ يورو، وليس الميزانية", "maxCpm 15 EUR"],
  ["our current max CPM is 12 euros, display", "maxCpm 12 EUR"],
])("an amount is read as it is written: %s", (brief, amount) => {
  expect(amountsIn(brief)).toEqual([amount]);
});

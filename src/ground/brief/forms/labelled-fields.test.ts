import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";

/** What is demanded and refused of media and countries. */
const demandsOf = (brief: string) => firmDemandsOf(brief).join(" ");

test.each([
  ['{"avoid":["DE","radio"]}', "-DE -radio"],
  ['{"exclude":{"countries":["US"],"channels":["radio"]}}', "-US -radio"],
  ['{"channels":["ctv"],"exclude":{"countries":["US"],"channels":["radio"]},"geo":["GB"]}', "-US -radio GB ctv"],
  ["MUST NOT: gambling, radio", "-radio"],
  ["Exclude: gambling, radio, print", "-print -radio"],
  ["Exclude: radio, Germany", "-DE -radio"],
  ["Must not include: radio, gambling, print", "-print -radio"],
  ["Bitte nicht: Radio, Nachrichten", "-radio"],
  ["À exclure : radio, politique", "-radio"],
  ["Excluir: radio, noticias", "-radio"],
  ["Lo que no queremos: radio, política", "-radio"],
  ["Da escludere: radio, notizie", "-radio"],
  ["Wat we niet willen: radio, gokken", "-radio"],
  ["Uitsluiten: radio, nieuws", "-radio"],
  ["Bitte nicht: Politik, Radio", "-radio"],
  ["Prohibited: TikTok, SMS, radio", "-radio -social"],
  ["Exclude: Acme, Foobar Ltd, radio. Podcasts in Spain please.", "-radio ES podcast"],
])("a list behind a refusing label is refused whatever its kinds: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  [
    "Excluded: radio, print, cinema, social, gaming, email, influencer, affiliate, search",
    "-affiliate -cinema -email -gaming -influencer -print -radio -search -social",
  ],
  [
    '{"excluded_channels":["radio","print","cinema","social","gaming","email","influencer","affiliate","search"]}',
    "-affiliate -cinema -email -gaming -influencer -print -radio -search -social",
  ],
  ["CTV everywhere except US, UK, France, Germany, Spain, Italy, Japan, Canada", "-CA -DE -ES -FR -GB -IT -JP -US ctv"],
  [
    "No radio, print, cinema, social, gaming, email, influencer, affiliate or search.",
    "-affiliate -cinema -email -gaming -influencer -print -radio -search -social",
  ],
])("a list of what is refused may be long: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["Exclusions (non-negotiable): radio, print", "-print -radio"],
  ["Exclusions - radio, print", "-print -radio"],
  ["Channels (excluded): radio, print", "-print -radio"],
  ["Excluded (client policy): radio, print", "-print -radio"],
  ["Countries (excluded): Germany, Austria", "-AT -DE"],
  ["Not considered: newspapers, radio, influencer", "-influencer -print -radio"],
  ["Channels not considered: radio", "-radio"],
])("a bracket or a dash may stand between a label and its list: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["Don't: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Don'ts: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Dealbreakers: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Red lines: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Non-goals: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Anti-goals: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Kill list: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Restricted: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Restrictions: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Red light: radio, print. CTV in Spain.", "-print -radio ES ctv"],
  ["Do: CTV. Don't: radio.", "-radio ctv"],
  ["Dos: CTV\nDon'ts: radio", "-radio ctv"],
])("labels for what is refused have many names: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["Current channels: radio. Looking to add: podcasts. UK", "GB podcast"],
  ["Current channels: radio. Next: podcasts", "podcast"],
  ["Existing activity: radio, print. Looking for: CTV.", "ctv"],
  ["Existing: radio. New: podcasts.", "podcast"],
  ["Previous activity: radio, print. New activity: podcasts.", "podcast"],
  ["Phase 1 (done): display. Phase 2 (this brief): podcasts.", "podcast"],
  ["Historique : radio / Nouveau : podcasts", "podcast"],
  ["Histórico: radio. Nuevo: podcasts", "podcast"],
  ["Storico: radio. Nuovo: podcast", "podcast"],
  ["Bisherige Kanäle: Radio und Print. Gesucht: Podcasts", "podcast"],
  ["2023: radio and print. 2024: social. 2025: podcasts please.", "podcast"],
])("what is or was is no demand: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["Headquarters: Italy. Geo: Germany.", "DE"],
  ['{"client":{"hq":"Italy"},"geo":["Germany"]}', "DE"],
  ["Agency: London. Market: Germany.", "DE"],
  ['{"product":"smart TV","channels":["podcast"]}', "podcast"],
  ["product=digital radio;channel=display", "display"],
  ["Product: a podcast app. Channel: radio.", "radio"],
  ["Brand: Radio Flyer; channel: ctv", "ctv"],
  ["Client: Spotify. Channel: display", "display"],
  ["Brand: Nordic Sleep. Sweden.", "SE"],
  ["Client: Air France. Market: Japan", "JP"],
  ["Brand: Milano Shoes; country: Germany", "DE"],
])("whoever advertises, and what, is no demand of media and places: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["Exclude: gambling, radio, print", "-gambling"],
  ["MUST NOT: gambling, radio", "-gambling"],
  ["Excluir: radio, noticias", "-news"],
  ["Lo que no queremos: radio, política", "-politics"],
  ["Wat we niet willen: radio, gokken", "-gambling"],
])("subjects among them are refused, too: %s", (brief, subject) => {
  expect(subjectsOf(brief)).toContain(subject);
});

test.each([
  ["Avoid: radio. Podcasts are welcome", "-radio podcast"],
  ["Channels: podcasts (yes), radio (no)", "-radio podcast"],
  ["Restrictions: none. Channel: radio", "radio"],
  ["No restrictions: radio, podcasts", "podcast radio"],
  ["Wanted: CTV, exclude: radio", "-radio ctv"],
  ["TV: 0,5 Mio. Euro, Podcasts: 0,2 Mio. Euro", "ctv linear_tv podcast"],
])("what is no item of the list is not refused: %s", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["Exclude: radio, print\nInclude: CTV\nGeo: UK", "-print -radio GB ctv"],
  ["Include: CTV, podcasts. Exclude: radio, Ireland. Budget: 10k", "-IE -radio ctv podcast"],
  ["No-gos: Radio, Glücksspiel, Schweiz. Gesucht: CTV in Deutschland.", "-CH -radio DE ctv"],
  ["Ausschlüsse: Radio, Print | Kanäle: CTV | Land: Österreich", "-print -radio AT ctv"],
  ["Interdits : radio, TikTok, Suisse. Canaux : display", "-CH -radio -social display"],
  ["Excluidos: radio y prensa. Canales: podcasts en España", "-print -radio ES podcast"],
  ["Esclusi: radio, stampa. Canali: podcast in Italia", "-print -radio IT podcast"],
  ["Wykluczenia: radio, prasa. Kanały: podcasty", "-print -radio podcast"],
  ["除外：ラジオ、新聞。希望：ポッドキャスト", "-print -radio podcast"],
  ["مستبعد: الراديو، الصحف. مطلوب: بودكاست", "-print -radio podcast"],
  ["Do not include: radio\nMust include: podcasts", "-radio podcast"],
  ["Please avoid: social, TikTok and radio.", "-radio -social"],
  ["Exclusions (hard): radio. Channels (preferred): CTV.", "-radio"],
  ["Not wanted – radio, print", "-print -radio"],
  ["Tabu: Radio. Rote Linien: Print. Kanal: CTV", "-print -radio ctv"],
  ["Lignes rouges : radio. Canal : display", "-radio display"],
  ["Líneas rojas: radio. Canal: display", "-radio display"],
  ["Last year: radio. This year: podcasts.", "podcast"],
  ["Current: radio, print → New: CTV", "ctv"],
  ["What we run today: radio. What we want: podcasts.", "podcast"],
  ["Already live: radio. Needed: podcasts in Germany.", "DE podcast"],
  ["Aktuell: Radio. Neu: Podcasts.", "podcast"],
  ["Client: bakery. Office: Paris. Market: Germany. Channel: radio", "DE radio"],
  ["Advertiser: Deutsche Bank\nMarket: UK\nMedia: CTV", "GB ctv"],
  ["Brand: Spotify | Market: France | Channel: DOOH", "FR dooh"],
  ["Kunde: Radio Hamburg. Kanal: DOOH. Markt: Berlin", "DE dooh"],
  ["Product: CTV", "ctv"],
  ["Company: Tokyo Electron. Target: Germany, display", "DE display"],
])("whole forms: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["Audience: US households. Deal: PG. Channel: CTV", "US ctv"],
  ["Competitor activity: radio. Our channels: CTV", "ctv"],
  ["Phase 2 (not now): radio. Now: podcasts", "podcast"],
  ["2023: Radio, 2024: TV, 2025: Podcasts gewünscht", "podcast"],
])("what a label is for decides it: %s", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each(["Budget: 5k. Channel: display", "Goal: app installs. Channel: display"])("%s names no subject", (brief) => {
  expect(subjectsOf(brief)).toEqual([]);
});

test("an interest in a medium asks for no ads in it", () => {
  expect(demandsOf('{"channels":["display"],"interests":["radio"]}')).toBe("display");
});

test.each([
  ["We want one thing: podcasts in Spain", "ES podcast"],
  ["Hi team, quick note: we need CTV in Germany, and nothing on radio.", "-radio DE ctv"],
  ["Dear all: radio is out. Podcasts are in.", "-radio podcast"],
  ["The new campaign: podcasts and radio in France", "FR podcast radio"],
  ["Old and new: podcasts and radio", "podcast radio"],
  ["Product: radio. Market: Spain", "ES radio"],
  ["Options: CTV or podcasts in Germany", "DE ctv podcast"],
  ["History podcasts: Spain", "ES podcast"],
])("a colon in a sentence makes no form: %s", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["{product: toothbrush, geo: France + Belgium, exclude: gaming and email}", "-email -gaming BE FR"],
  [
    "Annonceur : transporteur frigorifique\nCible : directeurs supply chain agroalimentaire\nZone : Maroc\nSupports : presse papier, réseaux sociaux\nÀ exclure : religion",
    "MA print social",
  ],
])("a label that refuses has no effect on the field before it: %s", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test("what a greeting is set off with is no label", () => {
  expect(
    demandsOf("Estimada Lucía: le resumo lo aprobado. La publicidad exterior, descartada: ya nos la multaron."),
  ).toBe("-dooh -ooh");
});

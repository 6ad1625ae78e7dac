import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

test.each([
  ["We run a radio station and want display", ["display"]],
  ["Our cinema wants to advertise on display, UK", ["GB", "display"]],
  ["Influencer agency looking for clients via display ads", ["display"]],
  ["Search engine for lawyers wants podcasts", ["podcast"]],
  ["email software, podcasts US", ["US", "podcast"]],
  ["Display for a podcast launch", ["display"]],
  ["Digital signage maker wants display ads in the US", ["US", "display"]],
  ["Kino in Ulm sucht Besucher, Kanal Instagram", ["DE", "social"]],
  ["Cine de barrio en Sevilla busca público, Instagram", ["ES", "social"]],
  ["Bioscoop in Tilburg zoekt bezoekers, Instagram", ["NL", "social"]],
  ["Nuestro pódcast busca oyentes, anuncios en Instagram", ["social"]],
  ["Notre podcast cherche des auditeurs, publicités sur Instagram", ["social"]],
  ["Il nostro podcast cerca ascoltatori, annunci su Instagram", ["social"]],
  ["O nosso podcast procura ouvintes, anúncios no Instagram", ["social"]],
  ["Onze podcast zoekt luisteraars, advertenties op Instagram", ["social"]],
  ["Nasz podcast szuka słuchaczy, reklamy na Instagramie", ["social"]],
  ["Unser Podcast sucht Hörer, Anzeigen auf Instagram", ["social"]],
  ["Our podcast wants listeners, ads on Instagram", ["social"]],
  ["Social-Media-Agentur sucht Podcasts", ["podcast"]],
])("a medium that the sender is in, or advertises, is not demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Cinema popcorn maker, display UK", ["GB", "display"]],
  ["cinema chairs, display UK", ["GB", "display"]],
  ["Smart TV brand, display US", ["US", "display"]],
  ["TV repair shop, podcasts UK", ["GB", "podcast"]],
  ["TV mounting service, display US", ["US", "display"]],
  ["Car radio maker, display UK", ["GB", "display"]],
  ["wireless headphones, podcasts UK", ["GB", "podcast"]],
  ["wireless speaker, podcasts UK", ["GB", "podcast"]],
  ["gaming chair, podcasts UK", ["GB", "podcast"]],
  ["gaming laptop, podcasts UK", ["GB", "podcast"]],
  ["display cabinets, podcasts UK", ["GB", "podcast"]],
  ["podcast app, display US", ["US", "display"]],
  ["Radiowecker, Podcasts", ["podcast"]],
  ["Fernsehsessel, Podcasts", ["podcast"]],
  ["mueble para tele, pódcast", ["podcast"]],
  ["mobile porta TV, podcast", ["podcast"]],
  ["rack para TV, podcast", ["podcast"]],
  ["réparation de télévisions, podcasts", ["podcast"]],
  ["Fernsehtechniker, Podcasts", ["podcast"]],
  ["écrans solaires, podcasts", ["podcast"]],
  ["schermi per computer, podcast", ["podcast"]],
  ["LED-Wände zum Verkauf, Podcasts", ["podcast"]],
  ["vente d'écrans LED, podcasts", ["podcast"]],
  ["posters décoratifs, podcasts", ["podcast"]],
  ["poster decorativi, podcast", ["podcast"]],
  ["plakaty dekoracyjne, podcasty", ["podcast"]],
  ["affiches de cinéma à vendre, podcasts", ["podcast"]],
  ["drukarnia plakatów i banerów, podcasty", ["podcast"]],
  ["imprenta de carteles, pódcast", ["podcast"]],
  ["logiciel d'emailing, podcasts", ["podcast"]],
  ["Spielkonsolen, Podcasts", ["podcast"]],
  ["Kinogutscheine, Podcasts", ["podcast"]],
  ["Hundefutter, Online-Shop, Podcasts", ["podcast"]],
  ["tienda online de zapatos, pódcast", ["podcast"]],
])("goods that are named by a medium demand none: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["podcast listeners, display UK", ["GB", "display"]],
  ["radio listeners, display UK", ["GB", "display"]],
  ["TV viewers, display UK", ["GB", "display"]],
  ["cinema goers, display UK", ["GB", "display"]],
  ["newspaper readers, display UK", ["GB", "display"]],
  ["People who listen to podcasts, display UK", ["GB", "display"]],
  ["our customers don't listen to podcasts, display UK", ["GB", "display"]],
  ["nobody listens to radio anymore, display UK", ["GB", "display"]],
  ["our audience has left Facebook, UK display", ["GB", "display"]],
  ["email marketers, display UK", ["GB", "display"]],
  ["social media managers, display UK", ["GB", "display"]],
  ["podcast listeners reached via display", ["display"]],
])("people who use a medium, or work with it, demand none: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["like TV but cheaper, display UK", ["GB", "display"]],
  ["like TV but cheaper, UK", ["GB"]],
  ["like radio, but online", []],
  ["radio-style ads on podcasts", ["podcast"]],
  ["podcast-like streaming audio", ["streaming_audio"]],
  ["TV-quality video on YouTube", ["olv"]],
  ["billboard-size display ads", ["display"]],
  ["comme à la radio, mais en podcast", ["podcast"]],
])("what something is compared with is not demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["In the past we only bought search, now display, UK", ["GB", "display"]],
  ["Newspapers we have done already, not required. Radio in Kerala.", ["IN", "radio"]],
  ["We have covered Spain already, podcasts in Italy", ["IT", "podcast"]],
  ["Spain is done, podcasts in Italy", ["IT", "podcast"]],
  ["Previous campaigns leaned on print. We want podcasts.", ["podcast"]],
  ["Previous campaigns ran in Japan. This one is for the UK.", ["GB"]],
  ["In 2025 the brand ran radio. Now podcasts.", ["podcast"]],
  ["Last campaign: radio in Germany. This campaign: podcast in Austria.", ["AT", "podcast"]],
  ["Historically we advertised on radio. Now podcasts.", ["podcast"]],
  ["Earlier flights used radio. Podcasts now.", ["podcast"]],
  ["Radio underperformed, so we want podcasts.", ["podcast"]],
  ["Bisher gebucht: Radio, Print. Jetzt bitte Podcasts", ["podcast"]],
  ["Bisher hatten wir nur Radio, jetzt wollen wir Podcasts", ["podcast"]],
  ["Bislang nur Print, künftig Podcasts", ["podcast"]],
  ["Zuletzt hatten wir Plakate, diesmal ohne", ["-ooh"]],
  ["Hasta ahora solo radio, ahora pódcast", ["podcast"]],
  ["Antes teníamos vallas, ahora sin ellas", ["-dooh", "-ooh"]],
  ["Finora solo radio, adesso podcast", ["podcast"]],
  ["Até agora só fizemos rádio, agora podcasts", ["podcast"]],
  ["Tot nu toe alleen radio gedaan, nu podcasts", ["podcast"]],
  ["Dotychczas tylko radio, teraz podcasty", ["podcast"]],
  ["Poprzednio billboardy, teraz bez nich", ["-dooh", "-ooh"]],
  ["Avant nous avions de l'affichage, maintenant sans", ["-dooh", "-ooh"]],
])("what was done before is not demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Nach Radio jetzt Podcasts", ["podcast"]],
  ["Nach der TV-Kampagne folgt Kino", ["cinema"]],
  ["Après la campagne TV, du podcast", ["podcast"]],
  ["Después de la radio, pódcast", ["podcast"]],
  ["Dopo la radio, i podcast", ["podcast"]],
  ["Depois da rádio, podcasts", ["podcast"]],
  ["Po kampanii radiowej teraz podcasty", ["podcast"]],
  ["Na de radio nu podcasts", ["podcast"]],
  ["After radio, now podcasts", ["podcast"]],
])("what comes after another medium does not demand it: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Currently on radio, moving to CTV.", ["ctv"]],
  ["Moving budget from linear TV to CTV", ["ctv"]],
  ["Move budget from radio to podcasts", ["podcast"]],
  ["Complement our existing radio campaign with podcasts", ["podcast"]],
  ["Ergänzend zu TV Podcasts", ["podcast"]],
  ["En complément de la TV, du podcast", ["podcast"]],
  ["Como complemento de la tele, pódcast", ["podcast"]],
  ["als Alternative zu Radio Podcasts", ["podcast"]],
  ["Wir suchen Ersatz für unsere TV-Spots: Podcasts", ["podcast"]],
  ["Genug Radio gemacht, jetzt Podcasts", ["podcast"]],
  ["Competitor activity: radio", []],
  ["Competitor activity: radio. Our channel: podcasts.", ["podcast"]],
])("what is there anyway, or goes, is not demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Save radio for later; podcasts now", ["podcast"]],
  ["Next year radio, this year podcasts", ["podcast"]],
  ["Phase 1: podcasts. Phase 2 (not now): radio", ["podcast"]],
])("what waits is not demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["US-owned brand, podcasts UK", ["GB", "podcast"]],
  ["UK-based brand, podcasts in Germany", ["DE", "podcast"]],
  ["Leeds-based bakery, podcasts in Ireland", ["IE", "podcast"]],
  ["Berlin-based start-up, podcasts UK", ["GB", "podcast"]],
  ["Developed in Israel, launching in Germany", ["DE"]],
  ["produced in Spain for Dutch consumers", ["NL"]],
  ["Fabricant suisse de couteaux, marché canadien", ["CA"]],
  ["entreprise suisse, marché français", ["FR"]],
  ["firma polska, rynek niemiecki", ["DE"]],
  ["deutsches Unternehmen, französischer Markt", ["FR"]],
  ["escapadas a Roma y París, público de Madrid", ["ES"]],
  ["week-ends à Rome et Barcelone, cible : Lyon", ["FR"]],
  ["weekend a Parigi, pubblico di Milano", ["IT"]],
  ["viagens a Paris, público de Lisboa", ["PT"]],
])("where a sender is from, or takes people, is no market: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Our radio campaign needs podcasts as well", ["podcast", "radio"]],
  ["As in previous campaigns, radio and podcasts", ["podcast", "radio"]],
  ["Wie bisher Radio, dazu Podcasts", ["podcast", "radio"]],
  ["We want radio like last year, and podcasts", ["podcast", "radio"]],
  ["Reach podcast listeners in the UK", ["GB", "podcast"]],
  ["Reach podcast listeners and radio listeners in the UK", ["GB", "podcast", "radio"]],
  ["After the summer, radio and podcasts", ["podcast", "radio"]],
  ["Currently looking for radio and podcasts", ["podcast", "radio"]],
  ["Next year: radio and podcasts", ["podcast", "radio"]],
  ["gaming apps, podcasts", ["gaming", "podcast"]],
  ["Deutsche Unternehmen in Österreich und Deutschland", ["AT", "DE"]],
  ["UK brand awareness and US reach", ["GB", "US"]],
  ["Radio braucht es, und Podcasts", ["podcast", "radio"]],
  ["Radio is done right when it is local. Podcasts too.", ["podcast", "radio"]],
  ["Radio station websites, display and radio", ["display", "radio"]],
])("what only looks like it is demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["please reply by email, display UK", ["GB", "display"]],
  ["drop me an email, display UK", ["GB", "display"]],
  ["searching for podcasts", ["podcast"]],
  ["for display purposes only, podcasts UK", ["GB", "podcast"]],
  ["social enterprise, podcasts UK", ["GB", "podcast"]],
  ["social housing, podcasts UK", ["GB", "podcast"]],
  ["social care, podcasts UK", ["GB", "podcast"]],
  ["social club, podcasts UK", ["GB", "podcast"]],
  ["print this out, display UK", ["GB", "display"]],
  ["Sneaker-Drop, Podcasts", ["podcast"]],
  ["drop de zapatillas, pódcast", ["podcast"]],
  ["sneaker drop, podcasts", ["podcast"]],
  ["Amazon river cruises, podcasts US", ["US", "podcast"]],
  ["Radioreloj, pódcast", ["podcast"]],
  ["presse-agrumes, podcasts", ["podcast"]],
  ["presse-ail, podcasts", ["podcast"]],
  ["Saftpresse, Podcasts", ["podcast"]],
  ["prensa hidráulica, pódcast", ["podcast"]],
])("everyday phrases with a medium in them demand and refuse none: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each(["Sneaker-Drop, Podcasts", "drop de zapatillas, pódcast", "Our latest drop of sneakers, podcasts"])(
  "a drop is a new ware, and refuses nothing: %s",
  (brief) => {
    expect(readBrief(brief).chips.filter(({ negated }) => negated)).toEqual([]);
  },
);

test("to drop something refuses it", () => {
  expect(firmDemandsOf("Drop radio, keep podcasts")).toEqual(["-radio", "podcast"]);
});

test("where the sender is not is no market", () => {
  const { chips } = readBrief("We don't operate in Wales, display UK");
  expect(chips.filter(({ kind }) => kind === "region")).toEqual([]);
});

import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

function demandsOf(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind }) => kind === "channel" || kind === "country");
  return [...new Set(chips.map((chip) => `${chip.negated ? "-" : ""}${"value" in chip ? chip.value : ""}`))].sort();
}

test.each([
  ["podcast, grazie", ["podcast"]],
  ["Germania e Austria, grazie. Podcast.", ["AT", "DE", "podcast"]],
  ["podcasts et DOOH, merci", ["dooh", "podcast"]],
  ["Les canaux sont CTV, podcasts et DOOH, merci.", ["ctv", "dooh", "podcast"]],
  ["Los canales son CTV, podcast y DOOH, gracias.", ["ctv", "dooh", "podcast"]],
  ["I canali sono CTV, podcast e DOOH, grazie.", ["ctv", "dooh", "podcast"]],
  ["Os canais são CTV, podcast e DOOH, obrigado.", ["ctv", "dooh", "podcast"]],
  ["Nous voulons vendre. Les médias sont podcasts, radio et cinéma.", ["cinema", "podcast", "radio"]],
  ["Les canaux souhaités sont la radio, les podcasts et le cinéma, merci d'avance.", ["cinema", "podcast", "radio"]],
  ["Che mezzi? Sono podcast, radio e DOOH; il resto è da vedere.", ["dooh", "podcast", "radio"]],
  ["できればポッドキャストとラジオで", ["podcast", "radio"]],
])("a list of media with thanks refuses nothing: %s", (brief, read) => {
  expect(demandsOf(brief)).toEqual(read);
});

test.each([
  ["podcast, no grazie", ["-podcast"]],
  ["podcast sì, radio no, grazie", ["-radio", "podcast"]],
  ["Non vogliamo radio e cinema, grazie.", ["-cinema", "-radio"]],
  ["Pas de radio ni de cinéma, merci.", ["-cinema", "-radio"]],
  ["La tele es para la marca grande; nosotros jugamos con DOOH.", ["-linear_tv", "dooh"]],
  ["Les canaux exclus sont la radio et le cinéma, merci.", ["-cinema", "-radio"]],
])("what is refused with thanks stays so: %s", (brief, read) => {
  expect(demandsOf(brief)).toEqual(read);
});

test.each([
  ["We look after Oatly in the UK and Ireland.", ["GB", "IE"]],
  ["We look after Nike in France. CTV, please.", ["FR", "ctv"]],
  ["Our agency looks after Nivea in Germany and Austria, podcasts wanted", ["AT", "DE", "podcast"]],
  ["We take care of Nivea in Germany and want podcasts there", ["DE", "podcast"]],
  ["We look after podcasts for Nivea in Germany and need more of them", ["DE", "podcast"]],
  ["Wir kümmern uns um Nivea in Deutschland, Podcast gesucht", ["DE", "podcast"]],
  ["Nous nous occupons de Danone en France. Nous cherchons du DOOH.", ["FR", "dooh"]],
  ["Nos ocupamos de la publicidad de Nivea en España. Buscamos podcast.", ["ES", "podcast"]],
  ["Zajmujemy się reklamą marki Nivea w Niemczech. Szukamy podcastów.", ["DE", "podcast"]],
  ["Cuidamos da comunicação da Nivea em Espanha. Procuramos podcasts.", ["ES", "podcast"]],
  ["نتولى تسويق نيفيا في ألمانيا. نريد بودكاست", ["DE", "podcast"]],
])("an agency names its client and the client's market: %s", (brief, read) => {
  expect(demandsOf(brief)).toEqual(read);
});

test.each([
  ["My niece takes care of our podcast.", ["-podcast"]],
  ["We look after Germany ourselves, podcasts in France", ["-DE", "FR", "podcast"]],
  ["We handle radio in-house, podcasts wanted", ["-radio", "podcast"]],
  ["Wir kümmern uns um Radio selbst, Podcast gesucht", ["-radio", "podcast"]],
  ["Another agency looks after Nivea in Germany. Podcasts in France.", ["-DE", "FR", "podcast"]],
])("what somebody does already is not sought: %s", (brief, read) => {
  expect(demandsOf(brief)).toEqual(read);
});

test.each([
  ["Nous préférons podcasts et radio à partir du 1er mars", ["podcast", "radio"]],
  ["Nous préférons les podcasts et le DOOH à Lyon", ["FR", "dooh", "podcast"]],
  ["Preferiamo podcast e DOOH a Milano", ["IT", "dooh", "podcast"]],
  ["Preferimos podcast y DOOH a 15 euros de CPM", ["dooh", "podcast"]],
  ["Preferimos podcasts e rádio de 1 de março a 30 de abril", ["podcast", "radio"]],
  ["Wolimy podcasty i radio od stycznia do marca", ["podcast", "radio"]],
  ["We'd rather do podcasts and DOOH from March to May", ["dooh", "podcast"]],
  // What is compared is still the lesser.
  ["Nous préférons les podcasts à la radio", ["-radio", "podcast"]],
  ["Preferimos podcast a la radio", ["-radio", "podcast"]],
  ["We prefer podcasts to radio", ["-radio", "podcast"]],
  ["Wolimy podcasty od radia", ["-radio", "podcast"]],
])("of two that are preferred, what stands behind both compares nothing: %s", (brief, read) => {
  expect(demandsOf(brief)).toEqual(read);
});

import type { Compounding } from "../languages.ts";

/**
 * Words of the lexicon that are mostly the end of something else: `Revolution` is no evolution, `Schwestern` are no western, and `waarde` is
 * no kind of earth. Of the longer words of a dictionary that end like this, most have no word in front of it; of a few, such as `haltung` and
 * `quoten`, most are about something else (decision 167).
 */
const ENDS = {
  de: `
  abend acker aktive anden anlage anlagen backen bands bastelt bellen beten betet biere braute burgen busse chore choren einlagen
  enkel erde erholung ernte essen evolution fahren fechten felder finnen fisch fischen flusse fohlen fuhrung fuhrungen gamer games
  gene gerste haltung harfe heiratet hortest hutten innung klettern klettert kocht kommissar kulturell laufen lernen lesen locken
  malen maler messen mucken native nieren nissen noten nusse phobie quote quoten ramen ranzen ratten raucht recht reifen reinigung
  reise reisen reiten reiter reitet rektoren renten riester riffe ringe ringen rosen rustung rustungen samen sammeln scheidung
  schenken schlafen schminkt schneidern schrauben segelt segler siedeln spannung spart spiegel stall stickt tanzen tauchen taucht
  tiere torte uhren wandert weben weine wellen western windel windeln witze zeichnet zelte zelten zeltet zerrung`,
  nl: `
  aarde acteurs actie acties akkers angst antiek biologie blaft blokken bouw bureau bureaus cement danst darts daten dieten doven
  elektriciteit erven eten ezel ezels fietst fobie golft haakt haar halte hapjes houding huur ijsje ijsjes ijzel kaal kerst klust
  koers kookt lachen lassen lasser lassers leger lening lente leren lineair meren nieren nootjes noten ouder ouders ouderschap oven
  paling raften reder reders rent ring ringen roeien roeiers roeit roken rokken rookt rouw schap schappen schermer schermers schetst
  schriften search skiet slapen spelt sporten stellen stroom tenten thuis tomaten trapt trekking trouwen uitje uitjes`,
};

/** How words begin that begin with no shorter word of the lexicon: `Kontrolle` has no `Konten`, `präsentieren` no `Präsente`, `vervoer` no `verven`. */
const STEMS = {
  de: `
  aktio aktiv andau ander andeut angelan angelast angeleg angelei angelern angelo anzuga anzuge anzugl ausgehal ausgehan ausgehar
  ausgehob ausgehol autori bandage bandbreit bandit barsch barth beerdi bellet bellev betei betet beteu bettel bohner breit brillan
  cellop choreo dekl dekod dekomp dokum erbet erbeu erbli erdenk erdich erdros erdul eventu exami feierl firmi fischein flugel garni
  gebete gebett genehm general generat generel generi generos gesellig gesellsch gestutz glutam heftig herdr herrl herrsch herzieh
  herzl herzog herzu hunder instab instal instan instink instit instru internati junior kamerad kartell karto kartu kasern kombin
  kommuni konservat konservier konsoli kontakt kontam kontem konter kontex kontin kontra kontri kontro konzerti krabbel kranich krank
  kranz kreatio kreativ liederl lockere lockerh lockerl lockern mannequin mannhaf mannig mannsch mensch menstr mensur messer metall
  modal modell moder modifi modul narrat niesel objektivi offizie opera opere operi parkal parkan patent pistaz pistol potenzi
  praktikab prasentab prasenti prasenz punkt quanti quoti ratter regel regene regier region regist rehab reifl rentab rentier ringel
  romani romant schall schalt schlitter sekti sekto serial serios sparl sparsam spendi spritz stelz tanzel taxier techn techt thermal
  thermo ultrasch vaterland veneri venez vereid vereinb vereinf vereinh vereinig vereinn vereint vereinz vereis vereit verlager waffne
  wettei wetter witzel ziegel zugang zugel zuger zuges zuget zugle zugrif zugun`,
  nl: `
  abriko banket betog betoon betov bolla bolli bossa conservat doelmac doelmat examin gezag gezel gezich graad graag grana grand gravi
  honder influen influi instal instan instel instit instru junior kartel karton kassie kazem kazern koker kraai kraak kraam krank
  krans mannet mered merel metald metall model modern papaj papav parel pennin roker schakel scherf scherm scherp schoon schoor schot
  schouw schurf schurk slaph slapst sleep speec speel spelling stalla stalli suppl therma thermo treil treit vervaa verval vervan
  vervel vervo vervui vulkani`,
};

const listOf = (words: string): readonly string[] => words.trim().split(/\s+/);

export const SELDOM_ENDS: Readonly<Record<Compounding, ReadonlySet<string>>> = {
  de: new Set(listOf(ENDS.de)),
  nl: new Set(listOf(ENDS.nl)),
};
export const WHOLE_STEMS = { de: listOf(STEMS.de), nl: listOf(STEMS.nl) };

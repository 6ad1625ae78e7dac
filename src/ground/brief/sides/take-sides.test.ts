import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

test.each([
  ["Scrap the posters and bring in cinema.", ["-ooh", "cinema"]],
  ["Cinema was signed off, print got vetoed.", ["cinema", "-print"]],
  ["Don't forget the newsletters, and leave out radio.", ["email", "-radio"]],
  ["Das Radio fliegt raus, dafür kommen Podcasts rein.", ["-radio", "podcast"]],
  ["On garde la radio et on enlève le cinéma.", ["radio", "-cinema"]],
  ["Quitad la prensa y añadid podcasts.", ["-print", "podcast"]],
  ["Togliete la radio e aggiungete il cinema.", ["-radio", "cinema"]],
  ["Cortem o cinema e incluam podcasts.", ["-cinema", "podcast"]],
  ["Haal de radio eruit en zet de bioscoop erin.", ["-radio", "cinema"]],
  ["Proszę usunąć radio i dodać podcasty.", ["-radio", "podcast"]],
  ["ラジオは削除、ポッドキャストを追加してください。", ["-radio", "podcast"]],
  ["احذفوا الراديو وأضيفوا البودكاست.", ["-radio", "podcast"]],
])("of two media, one comes in and the other stays out: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands.toSorted());
});

test.each([
  ["Portugal is a go, Sweden has been dropped.", ["PT", "-SE"]],
  ["Please cover every country we sell to except India and Belgium.", ["-BE", "-IN"]],
  ["Abbiamo bisogno di copertura in Polonia e in Austria (in Egitto no, come concordato).", ["AT", "-EG", "PL"]],
  ["Chypre et Malte oui, la Grèce non.", ["CY", "-GR", "MT"]],
])("and of markets: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands.toSorted());
});

test("what is decided later is left open", () => {
  const demands = firmDemandsOf("Podcasts yes, radio no, and about posters we decide later.");
  expect(demands.toSorted()).toEqual(["-radio", "podcast"]);
});

/** Subjects by whether they are refused. */
function subjectsOf(brief: string): Record<string, boolean> {
  const chips = readBrief(brief).chips.filter(({ kind, certainty }) => kind === "topic" && certainty >= 0.5);
  return Object.fromEntries(chips.map(({ concept, negated }) => [concept, negated]));
}

test.each([
  ["We want to be next to stories on fashion and far from stories on crime.", ["fashion", "crime"]],
  ["Block politics and prioritise cooking.", ["cooking", "politics"]],
  ["Setzt Glücksspiel auf die Sperrliste und legt den Schwerpunkt auf Reisen.", ["travel", "gambling"]],
  ["Queremos aparecer junto a noticias de viajes y lejos de noticias de guerra.", ["travel", "war"]],
  ["Queremos aparecer ao lado de matérias sobre moda e longe de matérias sobre crime.", ["fashion", "crime"]],
  ["Niet naast politiek maar naast artikelen over reizen.", ["travel", "politics"]],
])("ads are to be beside one subject and away from another: %s", (brief, [beside = "", away = ""]) => {
  expect(subjectsOf(brief)).toMatchObject({ [beside]: false, [away]: true });
});

test.each([
  ["We sell cider to people who avoid meat, and want to be on the radio.", "alcohol"],
  ["Nicht nur Radio, sondern auch Podcasts.", "radio"],
])("what is said of people and goods, or is not all, refuses nothing: %s", (brief, spared) => {
  expect(subjectsOf(brief)[spared]).not.toBe(true);
  expect(firmDemandsOf(brief)).not.toContain(`-${spared}`);
});

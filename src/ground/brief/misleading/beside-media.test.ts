import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

function said(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind }) => ["topic", "audience", "season", "channel"].includes(kind));
  return chips.filter(isFirm).map(({ concept, negated }) => (negated ? `-${concept}` : concept));
}

test.each([
  ["Podcasts buchen", ["podcast"]],
  ["we willen podcasts boeken", ["podcast"]],
  ["we want to book display in the UK", ["display"]],
  ["mercato Italia, podcast", ["podcast"]],
  ["mercado: Portugal, podcasts", ["podcast"]],
  ["radio locali", ["radio"]],
  ["lokale radio", ["radio"]],
  ["Sehr geehrte Damen und Herren, wir suchen Podcasts", ["podcast"]],
  ["Sehr geehrte Frau Müller, wir suchen Podcasts", ["podcast"]],
])("what is said of media and to people is no subject: %s", (brief, read) => {
  expect(said(brief)).toEqual(read);
});

test.each([
  "Podcasts. Mit freundlichen Grüßen, M. Fischer",
  "Podcasts. LG, Sabine Bauer",
  "Podcasts. Cordialement, Claire Boulanger",
  "Pódcast. Saludos, Carmen Zapatero",
  "Podcasts. Groet, Jan Bakker",
  "Podcasty. Pozdrawiam, Marek Piekarz",
  "Podcasts. Kind regards, Anna Cook",
  "Podcasts. Thanks, J. Fisher",
])("the name of who signs is no subject: %s", (brief) => {
  expect(said(brief)).toEqual(["podcast"]);
});

test.each([
  ["book lovers, podcasts", "books"],
  ["Podcasts für Bauern und Fischer", "agriculture"],
  ["podcasts about cookies and baking", "baking"],
  ["outdoor clothing, display UK", "outdoor"],
  ["topics: hiking, outdoor, camping", "outdoor"],
  ["Thanks! Fishing podcasts please", "fishing"],
])("where it is one, it is read: %s", (brief, subject) => {
  expect(said(brief)).toContain(subject);
});

test.each([
  ["Outdoor and radio in Leeds", ["ooh-all", "radio"]],
  ["We want outdoor in Chicago", ["ooh-all"]],
  ["OLV und Display in Deutschland", ["olv", "display"]],
  ["Campaña OLV en España", ["olv"]],
  ["Google und Instagram", ["search", "social"]],
  ["Spots auf RTL und ProSieben", ["linear_tv"]],
  ["spots op VRT en VTM", ["linear_tv"]],
  ["TV por assinatura", ["linear_tv"]],
  ["direct mail, UK", ["direct-mail"]],
])("media by their names: %s", (brief, media) => {
  expect([...new Set(said(brief))]).toEqual(media);
});

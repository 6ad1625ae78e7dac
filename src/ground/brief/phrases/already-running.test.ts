import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const demanded = (brief: string) =>
  readBrief(brief)
    .chips.filter((chip) => chip.kind === "channel" && !chip.negated && isFirm(chip))
    .map(({ value }) => value);

test.each([
  "We already have radio and TV and want podcasts",
  "Wir haben schon Radio und TV gebucht und suchen jetzt noch Podcasts dazu",
  "Nous avons déjà la radio, nous voulons des podcasts",
  "Ya tenemos radio y tele, ahora buscamos podcasts",
  "Abbiamo già la radio, ora vogliamo podcast",
  "Já temos rádio, agora queremos podcasts",
  "We hebben al radio, nu willen we podcasts",
  "Mamy już radio, teraz chcemy podcastów",
  "ラジオはもうあるので、ポッドキャストがほしい",
  "لدينا الراديو بالفعل ونريد بودكاست",
])("a medium that somebody has is not what they ask for: %s", (brief) => {
  expect(demanded(brief)).toEqual(["podcast"]);
});

test("it is, if no other is named", () => {
  expect(demanded("We already run radio.")).toEqual(["radio"]);
});

import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

const meaningsIn = (text: string) => readBrief(text).chips.map(({ concept }) => concept);

test.each([
  ["Owners of pharmacies", "pharmacy-trade"],
  ["Wir suchen Inhaber von Fitnessstudios", "fitness-trade"],
  ["les gérants de restaurants", "hospitality"],
  ["Cerchiamo i titolari di ferramenta", "retail-trade"],
  ["proprietários e diretores técnicos de farmácias", "pharmacy-trade"],
  ["薬局の経営者に届けたい", "pharmacy-trade"],
])("who runs a place is in its trade: %s", (text, trade) => {
  expect(meaningsIn(text)).toContain(trade);
});

test.each(["People who buy at pharmacies", "clients des pharmacies, propriétaires de chiens"])(
  "who goes there is not: %s",
  (text) => {
    expect(meaningsIn(text)).toContain("pharma");
    expect(meaningsIn(text)).not.toContain("pharmacy-trade");
  },
);

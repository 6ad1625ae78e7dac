import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

function places(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind }) => kind === "country" || kind === "region");
  return chips.filter(isFirm).map(({ value, negated }) => (negated ? `-${value}` : value));
}

test.each([
  ["CA, NY and TX, CTV", ["california", "US", "new-york-state", "texas"]],
  ["US minus CA and NY, CTV", ["US", "-california", "-new-york-state"]],
  ["Cambridge, MA, DOOH", ["massachusetts", "US"]],
  ["Boston, MA, DOOH", ["boston", "US"]],
  ["Portland, ME, radio", ["maine", "US"]],
  ["LA, DOOH", ["los-angeles", "US"]],
  ["DOOH in DC", ["washington-dc", "US"]],
  ["NYC and SF, podcasts", ["new-york", "US", "san-francisco"]],
])("the codes of America's states and cities: %s", (brief, read) => {
  expect(places(brief)).toEqual(read);
});

test.each([
  ["Toronto, CA, radio", ["toronto", "CA"]],
  ["Berlin, DE, radio", ["berlin", "DE"]],
  ["US and CA, podcasts", ["US", "CA"]],
  ["markets: CA, MX", ["CA", "MX"]],
  ["No IT jobs in PA", []],
  ["La campaña, podcasts", []],
])("what is a country, or a word: %s", (brief, read) => {
  expect(places(brief)).toEqual(read);
});

test.each([
  ["podcasts in the U.S. and Canada", ["US", "CA"]],
  ["podcasts in the U.K.", ["GB"]],
  ["U.A.E., display", ["AE"]],
  ["podcasts en EE.UU.", ["US"]],
  ["No radio in the U.S. Podcasts in the UK", ["-US", "GB"]],
  ["radio, NZ and Aus", ["NZ", "AU"]],
  ["ROI only, radio", ["IE"]],
  ["NI only, radio", ["northern-ireland", "GB"]],
  ["stateside podcasts", ["US"]],
  ["radio, Eire", ["IE"]],
  ["deal: PG; channel: ctv", []],
  ["DE, FR, ES", ["DE", "FR", "ES"]],
])("countries by what they are called in short: %s", (brief, read) => {
  expect(places(brief)).toEqual(read);
});

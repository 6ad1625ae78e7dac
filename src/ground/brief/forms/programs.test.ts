import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

/** What is demanded and refused of media and countries. */
const demandsOf = (brief: string) => firmDemandsOf(brief).join(" ");

test.each([
  ['{"channels":["podcast"],"optional":["ctv"]}', "podcast"],
  ['{"channel":"podcast","optional":"ctv"}', "podcast"],
  ['{"must":["podcast"],"should":["display"]}', "podcast"],
  ['{"media":["ctv"],"also":["podcast"]}', "ctv podcast"],
  ['{"channels":["podcast"],"secondary_channels":["ctv"]}', "podcast"],
  ['{"channels":["podcast"],"topics":["gaming"]}', "podcast"],
  ['{"must_not_have":["gaming"],"nice_to_have":["display"]}', "-gaming"],
  ['{"channels":["podcast"],"excluded_channels":["radio"],"countries":["DE"]}', "-radio DE podcast"],
])("what stands behind another key of a program is meant by its own label: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ['{"channels":{"radio":false,"ctv":true}}', "-radio ctv"],
  ['{"radio":false,"podcast":true}', "-radio podcast"],
  ["radio: false\nctv: true", "-radio ctv"],
  ["use_radio: false", "-radio"],
  ["use_radio: false\nuse_podcasts: true", "-radio podcast"],
  ['{"media_mix":{"radio":0,"ctv":60}}', "-radio ctv"],
  ["| CTV | 60% |\n| Radio | 0% |", "-radio ctv"],
  ["radio £0, podcasts £10k", "-radio podcast"],
  ["nil radio", "-radio"],
  ['{"radio":null,"podcast":true}', "podcast"],
])("what is set to nothing is refused: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["channel != radio", "-radio"],
  ["Channel ≠ radio", "-radio"],
  ["country <> 'US'", "-US"],
  ["channel NOT IN (radio, print)", "-print -radio"],
  ['{"channel":{"$nin":["radio"]}}', "-radio"],
  ['{"channel":{"$in":["ctv"],"$nin":["radio"]}}', "-radio ctv"],
  ["geo: !US", "-US"],
  ["geo: -US", "-US"],
  ["channels: ctv, -radio", "-radio ctv"],
  ["~radio ctv", "-radio ctv"],
  ["channel:ctv AND NOT channel:radio", "-radio ctv"],
  ["country:GB AND NOT country:IE", "-IE GB"],
  ["channel IN (ctv, podcast) AND country = GB", "GB ctv podcast"],
])("a query denies what its operators deny: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["channels: [podcast]\ngeo: [AT]", "AT podcast"],
  ["countries: [AT]\nchannel: display", "AT display"],
  ["geo:\n  countries: [AT]\n  exclude: [DE]", "-DE AT"],
  ["geo:\n  include:\n    - DE\n  exclude:\n    - CH", "-CH DE"],
  ["country in {GB}", "GB"],
  ["channels: [ctv]\nlanguages: [no, sv]", "ctv"],
  ['{"language":"no"}', ""],
  ['{"countries":["NO","SE"]}', "NO SE"],
  ["Country: NO", "NO"],
  ["Country: NO\nChannel: radio", "NO radio"],
  ['{"geos":{"in":["GB"],"out":["IE"]}}', "-IE GB"],
  ['{"geo":{"allow":["GB"],"deny":["IE"]}}', "-IE GB"],
  ["channel: display\nlang: de", "display"],
])("behind a label for places a code is a country: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ['{"include":["podcast","ctv"],"exclude":["radio"],"geo":["DE","AT"],"language":["de"]}', "-radio AT DE ctv podcast"],
  ["{'channels': ['podcast'], 'exclude': ['radio']}", "-radio podcast"],
  [
    '{"filters":[{"field":"channel","op":"not_in","values":["radio","print"]},{"field":"country","op":"in","values":["DE"]}]}',
    "-print -radio DE",
  ],
  [
    '{"brief":"We sell hiking boots in Germany","channels":["ctv"],"blocked":{"topics":["gambling"],"channels":["social"]}}',
    "-social DE ctv",
  ],
  ["{channels: [podcast, ctv], exclude: [radio], geo: [GB]}", "-radio GB ctv podcast"],
  [
    '{"advertiser":{"name":"Radio Times","country":"GB"},"targeting":{"countries":["FR"]},"channels":["display"]}',
    "FR GB display",
  ],
  [
    '{"brand":{"name":"Radio Flyer"},"promoted_offering":"red wagons","budget":{"total":50000,"currency":"USD"},"channels":["ctv"],"countries":["US"]}',
    "US ctv",
  ],
  ['{"targeting":{"geo_country_any_of":["US"],"geo_country_none_of":["CA"]}}', "-CA US"],
  ['{"excludes":{"media":["print","radio"]},"includes":{"media":["olv"]}}', "-print -radio olv"],
  ["channels:\n  radio: false\n  ctv: true", "-radio ctv"],
  ['{"radio":{"enabled":false},"ctv":{"enabled":true}}', "-radio ctv"],
  ["ctv=true&radio=false", "-radio ctv"],
  ["| Channel | Use |\n|---|---|\n| CTV | yes |\n| Radio | no |", "-radio ctv"],
  ["radio: off, podcasts: on", "-radio podcast"],
  ['SELECT * FROM products WHERE channel = "ctv" AND country = "DE" AND channel <> "radio"', "-radio DE ctv"],
  ["channel==podcast && country==GB", "GB podcast"],
  ["channel:podcast -channel:radio country:DE", "-radio DE podcast"],
  ["+podcast -radio +germany", "-radio DE podcast"],
  ["geo: AT, CH\nchannels: ctv", "AT CH ctv"],
  ['country_codes: ["DE","FR"]', "DE FR"],
  ["language: en\ngeo: us\nchannels: ctv", "US ctv"],
])("whole forms: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

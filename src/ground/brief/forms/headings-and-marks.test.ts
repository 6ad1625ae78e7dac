import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";

/** What is demanded and refused of media and countries. */
const demandsOf = (brief: string) => firmDemandsOf(brief).join(" ");

test.each([
  ["Excluded channels:\n- Radio\n- Print", "-print -radio"],
  ["## Channels to avoid\n- Radio\n- Print\n\n## Channels\n- CTV", "-print -radio ctv"],
  ["### Channels we don't want\n- Radio\n- Print", "-print -radio"],
  ["## Channels NOT to use\n- Radio", "-radio"],
  ["## Unwanted channels\n- Radio", "-radio"],
  ["**Out of scope**\n- Radio\n- Print", "-print -radio"],
  ["## Ausgeschlossene Kanäle\n- Radio\n- Print", "-print -radio"],
  ["## Negative targeting\n- Germany\n- Radio", "-DE -radio"],
  ["Avoid\n• radio\n• print", "-print -radio"],
  ["Don't want\n- social\n- display", "-display -social"],
  ["Channels\n- podcasts\n\nAvoid\n- radio\n- print\n\nMarkets\n- Spain", "-print -radio ES podcast"],
])("a heading refuses the items below it: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["✅ CTV ❌ Radio", "-radio ctv"],
  ["✅ CTV\n❌ Radio", "-radio ctv"],
  ["CTV 🚫 radio", "-radio ctv"],
  ["⛔ radio", "-radio"],
  ["✗ radio\n✓ podcasts", "-radio podcast"],
  ["✘ radio", "-radio"],
  ["👍 CTV 👎 radio", "-radio ctv"],
  ["[x] CTV\n[ ] Radio", "ctv"],
  ["- [x] CTV\n- [ ] Radio", "ctv"],
  ["Radio: ❌", "-radio"],
  ["Radio: ❌\nCTV: ✅", "-radio ctv"],
  ["Social ❌ Podcast ✅ UK", "-social GB podcast"],
  ["US ✗ Canada ✓ CTV", "-US CA ctv"],
  ["✔ Podcasts ✔ CTV ✘ Radio ✘ Print", "-print -radio ctv podcast"],
  ["+ Podcasts\n- Radio", "-radio podcast"],
  ["radio: n/a, podcasts: yes", "podcast"],
  ["○CTV　×ラジオ", "-radio ctv"],
  ["CTV：○ ラジオ：×", "-radio ctv"],
  ["✅ بودكاست ❌ راديو", "-radio podcast"],
])("marks say what comes in and what stays out: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["| Include | Exclude |\n|---|---|\n| CTV | Radio |", "-radio ctv"],
  ["| Wanted | Unwanted |\n|---|---|\n| CTV | Radio |\n| Podcasts | Print |", "-print -radio ctv podcast"],
  ["| Do | Don't |\n|---|---|\n| CTV | Radio |", "-radio ctv"],
])("a column is meant as it is headed: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  "Property: Acme\nChannel: radio",
  "Field: Acme\nChannel: radio",
  "Value: Acme\nChannel: radio",
  "Stage: Acme\nChannel: radio",
  "Style: Acme\nChannel: radio",
  "Destination: Acme\nChannel: radio",
  "Fit: Acme\nChannel: radio",
  "Weight: Acme\nChannel: radio",
  "Policy: Acme\nChannel: radio",
  "Legal: Acme\nChannel: radio",
  "Payment: Acme\nChannel: radio",
  "Pilot: Acme\nChannel: radio",
  "Events: Acme\nChannel: radio",
  "Home market: Spain. Channel: radio",
  "Day parting: 18-22h\nAd server: Acme\nTrading: programmatic\nManagement: Acme\nChannel: radio",
  "Device: mobile, tablet\nChannel: display",
  "You are a media buyer; find CTV in Germany.",
  "As an AI agent, I need podcasts in Canada.",
])("a label says no subject: %j", (brief) => {
  expect(subjectsOf(brief)).toEqual([]);
});

test.each([
  ['{"placement":"homepage","channel":"display"}', "display"],
  ["Placement: homepage takeovers. Channel: display", "display"],
  ["Keywords: hiking. Channel: display", "display"],
  ['{"keywords":["hiking"],"channels":["display"]}', "display"],
  ["Negative keywords: gambling. Channel: display", "display"],
  ["Markets: France", "FR"],
  ["Location: Berlin. Channel: DOOH", "DE dooh"],
  ["Platform: CTV", "ctv"],
  ["Property: Acme\nChannel: radio", "radio"],
  ["Field: Acme\nChannel: radio", "radio"],
  ["Value: Acme\nChannel: radio", "radio"],
  ["Stage: Acme\nChannel: radio", "radio"],
  ["Style: Acme\nChannel: radio", "radio"],
  ["Destination: Acme\nChannel: radio", "radio"],
  ["Fit: Acme\nChannel: radio", "radio"],
  ["Weight: Acme\nChannel: radio", "radio"],
  ["Policy: Acme\nChannel: radio", "radio"],
  ["Legal: Acme\nChannel: radio", "radio"],
  ["Payment: Acme\nChannel: radio", "radio"],
  ["Pilot: Acme\nChannel: radio", "radio"],
  ["Events: Acme\nChannel: radio", "radio"],
  ["Home market: Spain. Channel: radio", "ES radio"],
  ["Day parting: 18-22h\nAd server: Acme\nTrading: programmatic\nManagement: Acme\nChannel: radio", "radio"],
  ["Device: mobile, tablet\nChannel: display", "display"],
  ["Display in Spain, exclude desktop and tablet", "ES display"],
  ["You are a media buyer; find CTV in Germany.", "DE ctv"],
  ["As an AI agent, I need podcasts in Canada.", "CA podcast"],
])("labels of forms name nothing: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test("what stands behind a label for subjects is one", () => {
  expect(subjectsOf('{"channels":["podcast"],"topics":["gaming"]}')).toEqual(["gaming"]);
});

test.each([
  ["# Brief\n\n## Must have\n- Podcasts\n- Germany\n\n## Must not have\n- Radio\n- Austria", "-AT -radio DE podcast"],
  ["Channels:\n  - CTV\n  - Podcasts\nNot wanted:\n  - Radio\nMarkets:\n  - UK", "-radio GB ctv podcast"],
  ["**Channels:** CTV\n**Exclusions:** radio, print\n**Market:** Germany", "-print -radio DE ctv"],
  ["1. Channels: CTV\n2. Exclude: radio\n3. Market: UK", "-radio GB ctv"],
  ["- Channels: CTV\n- Exclude: radio\n- Market: UK", "-radio GB ctv"],
  ["Interdictions\n- Radio\n- Presse", "-print -radio"],
  ["■除外媒体\n・ラジオ\n・新聞", "-print -radio"],
  ["■NG\nラジオ\n新聞", "-print -radio"],
  ["【除外】\nラジオ\n新聞\n【希望】\nポッドキャスト", "-print -radio podcast"],
  ["❌ Radio\n❌ Print\n✅ CTV\n✅ Podcasts", "-print -radio ctv podcast"],
  ["- ✅ CTV\n- ❌ Radio", "-radio ctv"],
  ["Yes: CTV, podcasts\nNo: radio, print", "-print -radio ctv podcast"],
  ["☑ CTV ☐ Radio ☐ Print", "ctv"],
  ["CTV ✔️ Radio ✖️", "-radio ctv"],
  ["TV spot 300×250 display in Spain", "ES ctv display linear_tv"],
  ["Include | Exclude\nCTV | Radio", "-radio ctv"],
  ["| Channel | Status |\n|---|---|\n| CTV | wanted |\n| Radio | excluded |", "-radio ctv"],
  [
    "| Requirement | Value |\n|---|---|\n| Channel | Podcast |\n| Exclude | Radio |\n| Market | Germany |",
    "-radio DE podcast",
  ],
  ["Role: media planner. Task: find podcasts in Germany. Output: list.", "DE podcast"],
  ["KPI: reach. Flight: Q3. Pacing: even. Channel: CTV.", "ctv"],
  ["Target audience: parents. Channel: CTV.", "ctv"],
  ["Travel: Spain. Gaming: yes. Fashion: no.", "ES gaming"],
])("whole forms: %j", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

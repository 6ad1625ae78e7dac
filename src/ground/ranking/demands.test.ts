import { expect, test } from "vitest";
import { offerOf } from "../../../test/judge/judge.ts";
import { readProducts } from "../../../test/judge/set.ts";
import { type Chip, readBrief } from "../brief/index.ts";
import { demandsOf, unmetBy } from "./demands.ts";

const chip = (concept: string, changes: Partial<Chip> = {}): Chip => ({
  kind: "topic",
  value: concept,
  concept,
  negated: false,
  span: null,
  certainty: 0.95,
  ...changes,
});
const refused = (concept: string, certainty = 0.95) => chip(concept, { negated: true, certainty });

test("a sought kind of a refused subject is spared, and nothing else is", () => {
  const { spared } = demandsOf({ chips: [refused("cycling"), chip("e-bikes"), chip("coffee")] });
  expect(spared).toEqual(new Map([["topic:cycling", ["topic:e-bikes"]]]));
});

test.each([
  ["what is sought without certainty", [refused("cycling"), chip("e-bikes", { certainty: 0.4 })]],
  ["what is refused as well", [refused("cycling"), refused("e-bikes")]],
  ["a subject that is no kind of it", [refused("cycling"), chip("coffee")]],
])("%s spares nothing", (_name, chips) => {
  expect(demandsOf({ chips }).spared).toEqual(new Map());
});

test("people are sought at work: a trade's titles are spared only then", () => {
  expect(demandsOf({ chips: [refused("travel"), chip("logistics")] }).sparesTrade).toBe(true);
  expect(demandsOf({ chips: [refused("travel"), chip("coffee")] }).sparesTrade).toBe(false);
});

const product = (name: string, description: string) =>
  offerOf({
    ...(readProducts()[0] as ReturnType<typeof readProducts>[number]),
    name,
    description,
    categories: [],
    audiences: ["all"],
  });

const TRADE = product(
  "Freight Desk",
  "Weekly briefing for freight planners and logistics managers: trucks, cars, tolls.",
);
const MOTORING = product("Open Road", "Everything about cars: new cars, road tests and driving.");

test.each([
  "Route planning software for hauliers: the planners and managers, not the drivers themselves.",
  "Tourenplanung für Speditionen: Disponenten und Leiter, nicht die Fahrer selbst.",
  "Software de rutas para empresas de transporte: los jefes de tráfico, no los propios conductores.",
  "Software de rotas para transportadoras: os gestores de frota, não os próprios motoristas.",
  "Planningssoftware voor transportbedrijven. Chauffeurs en schippers zelf hoeven we niet.",
  "Oprogramowanie do planowania tras dla firm transportowych: kierownicy, nie sami kierowcy.",
  "運送会社の配車担当者向けの配車ソフト。ドライバー本人は対象外です。",
  "برنامج لتخطيط الرحلات لشركات النقل: للمديرين وليس للسائقين أنفسهم.",
])("people of a trade are refused, and the trade's titles stay: %s", (brief) => {
  const demands = demandsOf(readBrief(brief));
  expect(unmetBy(TRADE, demands)).not.toContain("topics");
  expect(unmetBy(MOTORING, demands)).toContain("topics");
});

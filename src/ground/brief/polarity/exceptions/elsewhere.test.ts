import { expect, test } from "vitest";
import { firmDemandsOf } from "../../firm-demands.fixture.ts";

test("a medium that is refused in one country and wanted in another is no refused medium", () => {
  expect(firmDemandsOf("No podcasts in the UK, but podcasts in Germany are fine.")).toEqual(["-GB", "DE", "podcast"]);
  expect(firmDemandsOf("No display in Italy; display in the UK is what we want.")).toEqual(["-IT", "GB", "display"]);
  expect(firmDemandsOf("Podcasts in Germany. No podcasts in the UK.")).toEqual(["-GB", "DE", "podcast"]);
  expect(firmDemandsOf("Keine Podcasts in Österreich, aber in Deutschland.")).toEqual(["-AT", "DE", "podcast"]);
  expect(firmDemandsOf("Pas de podcast en France, mais en Espagne oui.")).toEqual(["-FR", "ES", "podcast"]);
  expect(firmDemandsOf("Geen radio in België, maar wel in Nederland.")).toEqual(["-BE", "NL", "radio"]);
  expect(firmDemandsOf("Nada de radio en Chile, pero en Perú sí.")).toEqual(["-CL", "PE", "radio"]);
  expect(firmDemandsOf("Niente radio in Italia, ma in Svizzera sì.")).toEqual(["-IT", "CH", "radio"]);
});

test("where something else is wanted, it is", () => {
  expect(firmDemandsOf("No radio in the UK, but display in Germany.")).toContain("-radio");
  expect(firmDemandsOf("No radio, but podcasts in Germany.")).toEqual(["-radio", "DE", "podcast"]);
  expect(firmDemandsOf("Podcasts in Germany, no radio in Austria.")).toContain("-radio");
  expect(firmDemandsOf("No radio in Germany.")).toContain("-radio");
});

test("what people do not do refuses nothing in the next sentence", () => {
  expect(firmDemandsOf("People who don't drive. Display UK.")).toEqual(["GB", "display"]);
  expect(firmDemandsOf("People who don't own a car. UK display.")).toEqual(["GB", "display"]);
  expect(firmDemandsOf("Podcasts in Germany. No radio. We don't want any.")).toEqual(["-radio", "DE", "podcast"]);
});

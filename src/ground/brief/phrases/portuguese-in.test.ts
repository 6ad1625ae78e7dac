import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";

test('Portuguese "no" is "in the", whatever language so few other words are of', () => {
  expect(firmDemandsOf("podcast no Reino Unido")).toEqual(["GB", "podcast"]);
  expect(firmDemandsOf("podcast sobre crime no Reino Unido")).toEqual(["GB", "podcast"]);
  expect(firmDemandsOf("podcast no Canadá")).toEqual(["CA", "podcast"]);
  expect(firmDemandsOf("rádio no interior de Minas Gerais")).toEqual(["BR", "radio"]);
  expect(firmDemandsOf("quero podcast no final do ano")).toEqual(["podcast"]);
  expect(firmDemandsOf("gosto do podcast, no entanto prefiro display")).toContain("display");
  expect(subjectsOf("foco no turismo, display")).toEqual(["travel"]);
  expect(subjectsOf("cinema no shopping")).toEqual(["shopping"]);
});

test('"outdoor" in a Portuguese place is a poster', () => {
  expect(firmDemandsOf("outdoor no centro de Lisboa")).toContain("ooh");
  expect(subjectsOf("outdoor no centro de Lisboa")).toEqual([]);
});

test('Spanish, Italian and English "no" and Portuguese "não" refuse', () => {
  expect(firmDemandsOf("podcast, no UK")).toEqual(["-GB", "podcast"]);
  expect(firmDemandsOf("podcast España pero no Reino Unido")).toEqual(["-GB", "ES", "podcast"]);
  expect(firmDemandsOf("quiero radio no cinema")).toEqual(["-cinema", "radio"]);
  expect(firmDemandsOf("voglio la radio, no cinema")).toEqual(["-cinema", "radio"]);
  expect(firmDemandsOf("display no podcast")).toEqual(["-podcast", "display"]);
  expect(firmDemandsOf("não queremos rádio no Brasil")).toContain("-radio");
});

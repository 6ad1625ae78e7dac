import { expect, test } from "vitest";
import { demandsOf } from "../../ranking/demands.ts";
import { readBrief } from "../read-brief.ts";

const saidIn = (text: string) =>
  readBrief(text).chips.map(({ concept, negated }) => (negated ? `-${concept}` : concept));

test.each([
  ["No titles for doctors, please. Toothbrushes.", "-healthcare-trade", "-medical"],
  ["Zahnbürsten. Keine Titel für Ärzte.", "-healthcare-trade", "-medical"],
  ["Spazzolini. Niente testate per medici.", "-healthcare-trade", "-medical"],
])("of a calling its trade is refused: %s", (text, trade, subject) => {
  expect(saidIn(text)).toContain(trade);
  expect(saidIn(text)).not.toContain(subject);
});

test.each([
  "We look for joiners, not for people who do woodwork at the weekend.",
  "Nous cherchons des menuisiers. Les particuliers qui bricolent ne nous intéressent pas.",
])("who does something is refused less surely than the thing: %s", (text) => {
  const refused = readBrief(text).chips.filter(({ negated }) => negated);
  expect(refused.length).toBeGreaterThan(0);
  for (const { certainty } of refused) expect(certainty).toBeLessThan(0.58);
});

test("a thing that a brief wants is not refused with those who do it at home", () => {
  const text = "Machines à coudre pour tailleurs. Les particuliers qui cousent chez eux ne nous intéressent pas.";
  expect(saidIn(text)).toContain("sewing");
  expect(saidIn(text)).not.toContain("-sewing");
});

test("what is less than hinted at removes nothing", () => {
  const { chips } = readBrief("Flour for bakers, not for those who bake at home");
  expect(chips.some(({ negated }) => negated)).toBe(true);
  expect([...demandsOf({ chips }).refused.values()].every(({ certainty }) => certainty >= 0.4)).toBe(true);
});

test.each([
  "Booking system for travel agencies, never with tourists.",
  "Buchungssystem für Reisebüros, niemals bei Touristen.",
  "Système de réservation pour agences de voyages, jamais avec des touristes.",
  "Sistema de reservas para agencias de viajes, nunca con turistas.",
  "Sistema di prenotazione per agenzie di viaggio, mai con i turisti.",
  "Sistema de reservas para agências de viagens, nunca com turistas.",
  "Boekingssysteem voor reisbureaus, nooit met toeristen.",
  "旅行代理店向けの予約システム。観光客は対象外。",
])("what the trade that is sought is about is not refused with its customers: %s", (brief) => {
  expect(saidIn(brief)).toContain("travel");
  expect(saidIn(brief)).not.toContain("-travel");
});

test.each([
  "Ovens voor bakkerijen. Thuisbakkers hoeven we niet.",
  "Piece dla piekarni. Ci, którzy pieką w domu, nas nie interesują.",
  "パン屋向けのオーブン。家でパンを焼く人は対象外です。",
  "أفران للمخابز. من يخبز في البيت لا يهمنا.",
])("nor what is done in the trade, with those who do it at home: %s", (brief) => {
  expect(saidIn(brief)).not.toContain("-baking");
});

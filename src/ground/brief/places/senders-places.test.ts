import { expect, test } from "vitest";
import { demandsOf } from "../../ranking/demands.ts";
import { readBrief } from "../read-brief.ts";

const countries = (brief: string) => demandsOf(readBrief(brief)).countries.any;

test.each([
  ["Oak & Ash Ltd (Manchester) makes cots. We want parents in France.", ["FR"]],
  ["Die Firma Eiche & Esche (Kassel) baut Kinderbetten. Gesucht werden Eltern in Frankreich.", ["FR"]],
  ["La société Chêne & Frêne (Lille) fabrique des lits d'enfant. Nous voulons des parents en Espagne.", ["ES"]],
  ["La empresa Roble y Fresno (Murcia) hace camas. Queremos padres en Francia.", ["FR"]],
  ["La ditta Quercia & Frassino (Torino) produce lettini. Vogliamo genitori in Francia.", ["FR"]],
  ["A empresa Carvalho & Freixo (Coimbra) fabrica camas. Queremos pais em França.", ["FR"]],
  ["De firma Eik & Es (Tilburg) maakt ledikanten. We willen ouders in Frankrijk.", ["FR"]],
  ["Firma Dąb i Jesion (Gdańsk) robi łóżeczka. Chcemy rodziców we Francji.", ["FR"]],
  ["株式会社カシノキ（名古屋市）はベビーベッドを作っています。フランスの親に届けたいです。", ["FR"]],
  ["شركة السنديان (الدار البيضاء) تصنع أسرّة أطفال. نريد آباءً في فرنسا.", ["FR"]],
  ["Jigsaw puzzles for parents (Leeds).", ["GB"]],
])("the town in brackets behind a firm is where it is, and behind people where they are: %s", (brief, expected) => {
  expect(countries(brief)).toEqual(expected);
});

test.each([
  ["Kind regards, Martha Brown, Bristol. The campaign is for Denmark.", ["DK"]],
  ["Wind turbines for farmers.\nViele Grüße\nMartha Braun\nBremen", []],
  ["Wine importer looking for wine lovers. Anders, Copenhagen office", []],
  ["Bien à vous, Marthe Brun, Rennes. La campagne est pour le Danemark.", ["DK"]],
  ["Un saludo, Marta Pardo, Bilbao. La campaña es para Dinamarca.", ["DK"]],
  ["Cordiali saluti, Marta Bruni, Bologna. La campagna è per la Danimarca.", ["DK"]],
  ["Groeten, Martha Bruin, Utrecht. De campagne is voor Denemarken.", ["DK"]],
  ["ワイン好きを探しています。コペンハーゲン事務所　アンダース", []],
  ["مع تحياتي، مرتا، الإسكندرية. الحملة للدنمارك.", ["DK"]],
  ["Sledges for kids. Cheers, Norway only", ["NO"]],
  ["Fish rolls to go. People at lunch. Area: Hamburg.", ["DE"]],
])("a signature's town is no market: %s", (brief, expected) => {
  expect(countries(brief)).toEqual(expected);
});

test.each([
  ["Our shop in Leeds needs more customers from around the corner.", ["GB"]],
  ["Our shop in Leeds sells cots. We are looking for parents in France.", ["FR"]],
  ["Unser Laden in Leipzig braucht mehr Kundschaft.", ["DE"]],
])("a shop asks for customers in its town, unless it names others: %s", (brief, expected) => {
  expect(countries(brief)).toEqual(expected);
});

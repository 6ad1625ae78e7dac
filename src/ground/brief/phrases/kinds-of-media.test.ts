import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["Paper billboards, please.", ["ooh"]],
  ["Big roadside billboards (the classic paper ones) for a bank.", ["ooh"]],
  ["Wir brauchen geklebte Großflächen.", ["ooh"]],
  ["Radio et panneaux papier dans les rues.", ["ooh", "radio"]],
  ["Vallas y marquesinas, en papel de toda la vida.", ["ooh"]],
  ["Preciso de mupis em papel.", ["ooh"]],
  ["We willen posters op papier, geen digitale borden.", ["-dooh", "ooh"]],
  ["Papierowe billboardy, prosimy.", ["ooh"]],
  ["紙ポスターと電車の中吊りを出したい。", ["ooh"]],
  ["نريد لوحات طرق ورقية.", ["ooh"]],
])("posters of paper are no screens, and nothing to read: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["De l'affichage, papier ou numérique.", ["dooh", "ooh"]],
  ["Billboards and printed magazines.", ["dooh", "ooh", "print"]],
  ["Billboards, print, radio.", ["dooh", "ooh", "print", "radio"]],
  ["Vallas en Madrid.", ["ES", "dooh", "ooh"]],
])("paper beside them, or either, leaves the screens: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Wir wünschen Fernsehen, und zwar nur klassisches, lineares.", ["linear_tv"]],
  ["Potrzebujemy telewizji, tej zwykłej naziemnej, i radia.", ["linear_tv", "radio"]],
  ["Vogliamo la TV via cavo, quella tradizionale.", ["linear_tv"]],
  ["Telewizja w streamingu, tak zdecydowaliśmy.", ["ctv"]],
  ["Fernsehen per Streaming.", ["ctv"]],
  ["Télé en streaming.", ["ctv"]],
  ["配信テレビのCMを出したい。", ["ctv"]],
  ["Reklamy na ekranach telewizorów podłączonych do internetu.", ["ctv"]],
  ["TV (linear and connected).", ["ctv", "linear_tv"]],
  ["TV and classic cars.", ["ctv", "linear_tv"]],
])("television of one kind is no other: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Annunci audio su Spotify.", ["streaming_audio"]],
  ["Queremos audio en plataformas de música.", ["streaming_audio"]],
  ["Spotifyの音声広告", ["streaming_audio"]],
  ["Spotify-reclame, we willen alleen die audiospots tussen de muziek.", ["streaming_audio"]],
  ["Audio ads on Spotify, and podcasts.", ["podcast", "streaming_audio"]],
  ["Audio ads.", ["podcast", "radio", "streaming_audio"]],
  ["Audio, Spotify", ["podcast", "radio", "streaming_audio"]],
])("audio where music is streamed is no radio: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

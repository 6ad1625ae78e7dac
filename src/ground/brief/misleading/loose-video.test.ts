import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  "Short video ads before online clips, that's all we're buying.",
  "Videowerbung vor Online-Clips",
  "publicités vidéo avant les vidéos en ligne",
  "anuncios de video antes de videos online, sin pasar de cinco dólares por mil impresiones",
  "annunci video prima dei video online",
  "anúncios em vídeo antes de vídeos online",
  "reklamy wideo przed filmami w internecie",
  "オンライン動画の前の動画広告",
  "اعلانات فديو قبل المقاطع ع الانترنت لشامبو",
])("video before clips is seen online: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual(["olv"]);
});

test("video by itself is seen wherever video is", () => {
  expect(firmDemandsOf("video ads before Christmas")).toEqual(["ctv", "linear_tv", "olv"]);
});

test.each(["動画の前に流れる広告はやめてください。", "No nos vale el vídeo previo."])(
  "what runs before videos is refused online alone: %s",
  (brief) => {
    expect(firmDemandsOf(brief)).toEqual(["-olv"]);
  },
);

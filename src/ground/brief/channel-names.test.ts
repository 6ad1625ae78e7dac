import { expect, test } from "vitest";
import { demandsOf } from "../ranking/demands.ts";
import { readBrief } from "./read-brief.ts";

const channels = (brief: string) => demandsOf(readBrief(brief)).channels.any;

const NAMES: Readonly<Record<string, readonly string[]>> = {
  streaming_audio: [
    "streaming radio",
    "Audio-Streaming",
    "de l'audio en streaming",
    "audio en streaming",
    "audio in streaming",
    "áudio em streaming",
    "streamingradio",
    "strumieniowe audio",
    "audio strumieniowe",
    "音声ストリーミング",
    "البث الصوتي",
  ],
  ctv: [
    "connected TV",
    "vernetztes Fernsehen",
    "nous voulons de la télé connectée",
    "televisores inteligentes",
    "televisori connessi",
    "TV conectada",
    "we willen slimme tv's",
    "telewizory podłączone do internetu",
    "ネット接続テレビ",
    "التلفزيون المتصل",
  ],
  dooh: [
    "digital out-of-home",
    "wir buchen digitale Out-of-Home-Werbung",
    "panneaux numériques",
    "vallas digitales",
    "pubblicità esterna digitale",
    "outdoors digitais",
    "digitale buitenreclame",
    "cyfrowa reklama zewnętrzna",
    "デジタル屋外広告",
    "الإعلانات الخارجية الرقمية",
  ],
  gaming: [
    "ads in video games",
    "Werbung in Videospielen",
    "dentro de videojuegos",
    "dentro i videogiochi",
    "in videogames",
  ],
  retail_media: ["retail media", "Händlermedien", "retailmedia", "media detaliczne", "リテールメディア"],
};

test.each(Object.entries(NAMES).flatMap(([channel, names]) => names.map((name) => [name, channel] as const)))(
  "%s is the channel %s, and no other",
  (name, channel) => {
    expect(channels(`${name}.`)).toEqual([channel]);
  },
);

test.each([
  "TV screens in the living room.",
  "Werbung auf dem Fernsehbildschirm.",
  "Publicité sur l'écran de télévision.",
  "Anuncios en la pantalla del televisor.",
  "Spot sullo schermo della TV.",
  "Anúncios na tela da TV.",
  "Reclame op het tv-scherm.",
  "Spot na ekranie telewizora.",
  "リビングのテレビの大画面で見せたいです。",
  "إعلان على شاشة التلفزيون",
])("a television's screen is none in the street: %s", (brief) => {
  expect(channels(brief).toSorted()).toEqual(["ctv", "linear_tv"]);
});

test.each([
  "毛糸のオンラインショップです。",
  "簿記のオンライン講座です。",
  "We run an online shop for wool.",
  "Wir haben einen Onlineshop für Wolle.",
  "Nous tenons une boutique en ligne de laine.",
  "Tenemos una tienda online de lana.",
  "Abbiamo un negozio online di lana.",
  "Temos uma loja online de lã.",
  "We hebben een webshop met wol.",
  "Prowadzimy sklep internetowy z wełną.",
  "متجرنا على الإنترنت يبيع الصوف.",
])("where something is sold is no channel: %s", (brief) => {
  expect(channels(brief)).toEqual([]);
});

import type { Channel, Simulation } from "../simulation.ts";
import { type ChannelWords, VOCABULARY } from "./vocabulary.ts";

/** What a product's description is made of. */
interface Parts {
  readonly title: string;
  readonly content: string;
  readonly audience: string;
  readonly detail: string;
  readonly promise: string;
}

/** How a publisher describes its products in a language. */
interface Sentences {
  readonly titles: Readonly<Record<Channel, string>>;
  /** Of a medium; a channel's own where there are none. */
  readonly placements: Readonly<Partial<Record<ChannelWords["medium"], ChannelWords["placements"]>>>;
  readonly guaranteed: string;
  readonly non_guaranteed: string;
  description(parts: Parts): string;
}

const ENGLISH_TITLES = Object.fromEntries(
  Object.entries(VOCABULARY).map(([channel, { title }]) => [channel, title]),
) as Record<Channel, string>;

export const SENTENCES: Readonly<Record<Simulation["language"], Sentences>> = {
  en: {
    titles: ENGLISH_TITLES,
    placements: {},
    guaranteed: "Guaranteed delivery",
    non_guaranteed: "Sold at auction",
    description: ({ title, content, audience, detail, promise }) =>
      `${title} in ${content}: ${detail}. Reaches ${audience}. ${promise}.`,
  },
  de: {
    titles: titles(
      "Connected TV, Online-Video, Display, Social-Media-Feed, Podcast, Audio-Streaming, Digitale Außenwerbung",
    ),
    placements: placements(
      "Erster Block: an erster Stelle; Abendstunden: von 19 bis 23 Uhr; Gesamtbelegung: zu allen Zeiten",
    ),
    guaranteed: "Garantierte Auslieferung",
    non_guaranteed: "Verkauf in der Auktion",
    description: ({ title, content, audience, detail, promise }) =>
      `${title}: ${content}, ${detail}. Erreicht ${audience}. ${promise}.`,
  },
  fr: {
    titles: titles(
      "Télévision connectée, Vidéo en ligne, Display, Réseaux sociaux, Podcast, Audio en streaming, Affichage numérique",
    ),
    placements: placements("Premier écran: en première position; Soirée: de 19 h à 23 h; Rotation: à toute heure"),
    guaranteed: "Diffusion garantie",
    non_guaranteed: "Vendu aux enchères",
    description: ({ title, content, audience, detail, promise }) =>
      `${title} : ${content}, ${detail}. Touche ${audience}. ${promise}.`,
  },
  es: {
    titles: titles(
      "Televisión conectada, Vídeo online, Display, Redes sociales, Pódcast, Audio en streaming, Exterior digital",
    ),
    placements: placements("Primer bloque: en primera posición; Noche: de 19 a 23 horas; Rotación: a todas horas"),
    guaranteed: "Entrega garantizada",
    non_guaranteed: "Se vende en subasta",
    description: ({ title, content, audience, detail, promise }) =>
      `${title}: ${content}, ${detail}. Llega a ${audience}. ${promise}.`,
  },
  it: {
    titles: titles(
      "TV connessa, Video online, Display, Social network, Podcast, Audio in streaming, Affissioni digitali",
    ),
    placements: placements("Primo blocco: in prima posizione; Sera: dalle 19 alle 23; Rotazione: a tutte le ore"),
    guaranteed: "Consegna garantita",
    non_guaranteed: "Venduto all'asta",
    description: ({ title, content, audience, detail, promise }) =>
      `${title}: ${content}, ${detail}. Raggiunge ${audience}. ${promise}.`,
  },
  ja: {
    titles: titles(
      "コネクテッドTV, オンライン動画, ディスプレイ, ソーシャルメディア, ポッドキャスト, 音楽ストリーミング, デジタルサイネージ",
    ),
    placements: placements("最初の枠: 先頭で配信; 夜枠: 19時から23時; 全時間帯: 一日を通して配信"),
    guaranteed: "配信保証",
    non_guaranteed: "オークション販売",
    description: ({ title, content, audience, detail, promise }) =>
      `${title}、${content}。${detail}。対象は${audience}。${promise}。`,
  },
};

/** In the order of the channels. */
function titles(list: string): Record<Channel, string> {
  const [ctv = "", olv = "", display = "", social = "", podcast = "", streaming_audio = "", dooh = ""] =
    list.split(", ");
  return { ctv, olv, display, social, podcast, streaming_audio, dooh };
}

function placements(list: string): Sentences["placements"] {
  const all = list.split("; ").map((one) => {
    const [name = "", detail = ""] = one.split(": ");
    return { name, detail };
  });
  return { video: all, audio: all, display: all };
}

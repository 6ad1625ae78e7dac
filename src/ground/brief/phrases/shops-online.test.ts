import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const channelsIn = (brief: string) =>
  readBrief(brief)
    .chips.filter((chip) => chip.kind === "channel" && isFirm(chip))
    .map(({ value, negated }) => `${negated ? "-" : ""}${value}`);

test.each([
  "Books for readers, but no online shops or ads within them.",
  "Books for readers. Nothing in web stores please.",
  "Brautkleider für Bräute. Keine Anzeigen innerhalb von Onlineshops.",
  "Robes de mariée. Pas de publicité dans les boutiques en ligne.",
  "Libros para lectores, pero sin tiendas online ni anuncios dentro de ellas.",
  "Abiti da sposa. Niente annunci dentro i negozi online.",
  "Livros para leitores. Nada de publicidade em lojas virtuais.",
  "Trouwjurken. Geen reclame binnen webwinkels.",
  "Książki dla czytelników, ale bez sklepów internetowych i reklam w nich.",
  "読書家向けの本。ネットショップやその中の広告はなしで。",
  "دار نشر تبحث عن محبي الأدب، لكن من دون متاجر إلكترونية أو إعلانات داخلها.",
])("online shops are refused as the medium that they are: %s", (brief) => {
  expect(channelsIn(brief)).toEqual(["-retail_media"]);
});

test.each([
  ["Ads in online shops only, for pet owners.", ["retail_media"]],
  ["No experience with online shops yet; readers by newsletter.", ["email"]],
  ["We sell in online shops and want readers, no podcasts.", ["-podcast"]],
  ["Wir liefern an Onlineshops, keine Podcasts.", ["-podcast"]],
])("online shops that are not refused are no refused medium: %s", (brief, channels) => {
  expect(channelsIn(brief)).toEqual(channels);
});

test.each([
  "Headphones for music fans - audio only, by streaming.",
  "Headphones for music fans, audio ads in streams only.",
  "Kopfhörer für Musikfans, nur gestreamte Audiowerbung.",
  "Kopfhörer für Musikfans, Audio nur in Streamingdiensten.",
  "Casques pour mélomanes, de l'audio, mais seulement sur les plateformes de streaming.",
  "Auriculares para melómanos, audio solo en plataformas de streaming.",
  "Cuffie per chi ama la musica, audio solo sulle piattaforme di streaming.",
  "Fones para quem ama música, áudio só nas plataformas de streaming.",
  "Koptelefoons voor muziekliefhebbers, alleen audioreclame via streaming.",
  "Słuchawki dla melomanów, audio wyłącznie w serwisach streamingowych.",
  "音楽好きに、ストリーミングの音声広告だけで届けたいです。",
  "سماعات لعشاق الموسيقى، إعلانات صوتية عبر البث فقط.",
])("audio by streaming is neither radio nor podcasts: %s", (brief) => {
  expect(channelsIn(brief)).toEqual(["streaming_audio"]);
});

test.each([
  ["Audio ads for people who stream series at night.", ["radio", "streaming_audio", "podcast"]],
  ["Podcasts and streaming audio for music fans.", ["podcast", "streaming_audio"]],
])("audio that is not said to be streamed is of any kind: %s", (brief, channels) => {
  expect(channelsIn(brief)).toEqual(channels);
});

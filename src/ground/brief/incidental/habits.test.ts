import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const demanded = (brief: string) =>
  readBrief(brief)
    .chips.filter((chip) => chip.kind === "channel" && !chip.negated && isFirm(chip))
    .map(({ value }) => value);

test.each([
  "Budgeting app for students, they spend their nights on TikTok.",
  "Our customers listen to the radio a lot.",
  "Unsere Kunden hören viel Radio.",
  "Nos clients écoutent beaucoup la radio, paraît-il.",
  "Nuestros clientes escuchan mucho la radio.",
  "Il nostro pubblico guarda il Giro in tv e pedala la domenica.",
  "Nossos clientes ouvem muita rádio.",
  "Onze klanten luisteren veel naar de radio.",
  "Nasi klienci dużo słuchają radia.",
  "عملاؤنا يستمعون إلى الراديو كثيرا.",
  "Turrón para familias que se juntan delante de la tele en Nochebuena.",
  "Un peu de radio serait bienvenu si possible, mais rien n'est obligatoire.",
  "Um pouco de rádio seria bem-vindo.",
])("what people do by themselves, or would be welcome, is no demand: %s", (brief) => {
  expect(demanded(brief)).toEqual([]);
});

test.each([
  ["We want to reach our customers on the radio.", ["radio"]],
  ["Reach people who listen to podcasts.", ["podcast"]],
  ["Our customers watch linear TV, so we want to be there.", ["linear_tv"]],
  ["They watch linear TV; streaming would be wasted on them.", ["linear_tv"]],
  ["Our target audience is on LinkedIn: LinkedIn ads please.", ["social"]],
  ["Podcasts our customers listen to", ["podcast"]],
])("where they are to be reached is one: %s", (brief, media) => {
  expect(demanded(brief)).toEqual(media);
});

test.each([
  ["Precisamos de spots de áudio nas apps de música.", ["streaming_audio"]],
  ["Procuramos espaço na televisão linear.", ["linear_tv"]],
  ["Tylko radio albo klasyczna telewizja.", ["radio", "linear_tv"]],
  ["ゲームん中に出る広告さがしてます。", ["gaming"]],
  ["ゲーム内の動画広告だけで組みたいです。", ["gaming"]],
  ["ディスプレイと動画に絞ります", ["display", "olv"]],
  ["queremos banners e vídeo on-line", ["display", "olv"]],
  ["merchandising na trama ou patrocínio em TV linear", ["product_placement", "linear_tv"]],
  ["Le macchine si devono vedere in scena, in una serie o in un film.", ["product_placement"]],
  ["نريد لوحات طرق مطبوعة وشاشات رقمية في دبي", ["ooh", "dooh"]],
  ["Gedruckte Plakate in Berlin.", ["ooh"]],
])("a medium by what surrounds it: %s", (brief, media) => {
  expect(demanded(brief)).toEqual(media);
});

test("a firm that operates somewhere is no opera", () => {
  const chips = readBrief("Nuestra aplicación no opera en Venezuela ni en Cuba.").chips;
  expect(chips.map(({ kind, negated }) => [kind, negated])).toEqual([
    ["country", true],
    ["country", true],
  ]);
});

/** `channels=[audio]`, `product = cat food`: an equals sign behind a label. */
const EQUALS = /(?<=[\p{L}"'])(?: ?)=(?= ?["'[(\p{L}\p{N}])/gu;
/** "Budget: 40k / excluded: radio", 「媒体:ラジオ/除外:検索」: a slash before the next label. */
const SLASHES = /(?<=[\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])\/\/?(?= ?[\p{L}_][\p{L}\p{N}_ ]{0,29}[:：=])/gu;
/** "• excluded: radio", "- market: undecided": a bullet before the next label. */
const BULLETS = /(?<=^|\s)[•·▪*–-](?= ?[\p{L}_][\p{L}\p{N}_' ]{0,29}[:：])/gu;
/** `"media":["radio"],"excluded":["print"]`: a comma before the next key. */
const COMMAS = /,(?=\s{0,9}"[^"\n]{1,40}" ?:)/g;

/** 「媒体:CTV 除外:ラジオ」: in Japanese, a blank or a wide stroke before the next label, on one line. */
const BLANKS =
  /(?<=[^\s:：;、。・／])[ \u3000／|｜](?=[ \u3000]?[■□◆◇●○※]?(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]|NG)[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ーA-Z]{0,11}[:：])/gu;

/** 「【除外媒体】ラジオ」: a title in brackets. */
const BRACKETS = /【([^【】\n]{1,30})】/gu;

/** The same text in which labels end with a colon and fields with a semicolon, at the same positions. */
export function withFieldsMarked(text: string): string {
  const titled = text.includes("【") ? text.replaceAll(BRACKETS, ";$1:") : text;
  const labelled = titled.includes("=") ? titled.replaceAll(EQUALS, (sign) => sign.replace("=", ":")) : titled;
  if (!labelled.includes(":") && !labelled.includes("：")) return labelled;
  return labelled
    .replaceAll(SLASHES, (slashes) => ";".repeat(slashes.length))
    .replaceAll(BLANKS, ";")
    .replaceAll(BULLETS, ";")
    .replaceAll(COMMAS, ";");
}

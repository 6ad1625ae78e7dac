import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

/** What is demanded, and with a dash refused, of a kind. */
function demanded(brief: string, kind: "channel" | "country" | "region" = "channel"): string[] {
  const chips = readBrief(brief).chips.filter((chip) => chip.kind === kind && isFirm(chip));
  return chips.map(({ value, negated }) => (negated ? `-${value}` : value)).sort();
}

test.each([
  "There is no better place than podcasts for us",
  "You can't go wrong with podcasts",
  "Mit Podcasts kann man nichts falsch machen",
  "Il n'y a pas de meilleur endroit que les podcasts",
  "Con los podcasts no te equivocas",
  "Non c'è posto migliore dei podcast",
  "Não há melhor lugar do que os podcasts",
  "Met podcasts zit je nooit fout",
  "Z podcastami nie da się pomylić",
  "ポッドキャストに勝る場所はありません",
  "لا مكان أفضل لنا من البودكاست",
])("praise with a negation refuses nothing: %s", (brief) => {
  expect(demanded(brief)).toEqual(["podcast"]);
});

test.each([
  "podcasts, no wait, radio for our garden sheds",
  "podcasts, nee moment, radio",
  "des podcasts, euh non, la radio",
  "podcasts, no espera, radio",
  "podcast, anzi no, radio",
  "podcasts, não, espera, rádio",
  "podcasts, nee wacht, radio",
  "podcasty, nie, czekaj, radio",
  "ポッドキャスト、いや、やっぱりラジオで",
  "بودكاست، لا، قصدي راديو",
])("what is taken back is neither demanded nor refused: %s", (brief) => {
  expect(demanded(brief)).toEqual(["radio"]);
});

test.each([
  "If TV, then only CTV",
  "Wenn TV, dann nur CTV",
  "Si télé, alors CTV uniquement",
  "Si hay tele, que sea solo CTV",
  "Se tv, allora solo CTV per le nostre auto elettriche",
  "Se for TV, só CTV para os nossos carros elétricos",
  "Als het tv is, dan enkel CTV",
  "Jeśli telewizja, to tylko CTV",
  "テレビならCTVのみ",
  "إذا تلفزيون فالتلفزيون المتصل فقط",
])("what is only supposed is no demand: %s", (brief) => {
  expect(demanded(brief)).toEqual(["ctv"]);
});

test.each([
  "The client prefers radio to podcasts",
  "Lieber Radio als Podcasts",
  "Nous préférons la radio aux podcasts",
  "Preferimos la radio a los podcasts",
  "Preferiamo la radio ai podcast",
  "Preferimos rádio a podcasts",
  "Liever radio dan podcasts",
  "Wolimy radio niż podcasty",
  "نفضل الراديو على البودكاست",
])("a preference of one to another demands neither, and refuses none: %s", (brief) => {
  expect(demanded(brief)).toEqual([]);
  expect(readBrief(brief).chips).toContainEqual(expect.objectContaining({ value: "podcast", negated: true }));
});

test.each([
  "Podcasts. Other channels: none",
  "Podcasts; andere Kanäle brauchen wir nicht",
  "Des podcasts ; les autres canaux ne nous intéressent pas",
  "Podcasts; otros canales no nos interesan",
  "Podcast; altri canali non ci interessano",
  "Podcasts. Outros canais não interessam",
  "Podcasts; andere kanalen hoeven niet",
  "Podcasty; inne kanały nas nie interesują",
  "ポッドキャスト、他のチャネルは不要",
  "بودكاست، ولا نريد قنوات أخرى",
])("who refuses all others wants what is named, and nothing else: %s", (brief) => {
  expect(demanded(brief)).toEqual(["podcast"]);
  expect(readBrief(brief).chips).toContainEqual(expect.objectContaining({ value: "podcast", exclusive: true }));
});

test.each([
  "No other media than radio",
  "Media other than radio are expressly not authorised",
  "Andere Medien als Radio sind nicht gestattet",
  "Tout support autre que la radio est exclu",
  "Queda prohibido todo soporte que no sea radio",
  "Ogni mezzo diverso dalla radio è escluso",
  "É vedado qualquer meio que não seja a rádio",
  "Andere media dan radio zijn niet toegestaan",
  "Media inne niż radio są wykluczone",
  "ラジオ以外の媒体は認めない",
])("who refuses all but one wants that one: %s", (brief) => {
  expect(demanded(brief)).toEqual(["radio"]);
});

test.each([
  "Nothing that isn't in Scotland",
  "Nix, was nicht in Schottland ist",
  "Rien qui ne soit pas en Écosse",
  "Nada que no sea en Escocia",
  "Nada que não seja na Escócia",
  "Niks wat niet in Schotland is",
  "Nic, co nie jest w Szkocji",
])("nothing that is not somewhere is there alone: %s", (brief) => {
  expect(demanded(brief, "country")).toEqual(["GB"]);
});

test.each([
  "We already have radio covered",
  "Radio we already have",
  "Radio und Plakate machen wir schon selbst",
  "La radio et l'affichage, on les fait déjà nous-mêmes",
  "La radio y las vallas ya las hacemos nosotros",
  "Radio e affissioni le facciamo già noi",
  "Rádio e outdoors já fazemos nós",
  "Radio en affiches doen we zelf al",
  "Radio i billboardy robimy już sami",
  "ラジオとポスターはもう自分たちでやっています",
  "الراديو تغطيه وكالة أخرى",
])("what somebody does already is refused, with the list that it ends: %s", (brief) => {
  const channels = demanded(brief);
  expect(channels).toContain("-radio");
  expect(channels.every((one) => one.startsWith("-"))).toBe(true);
});

test.each([
  "It has to be radio; everything else is booked already",
  "Radio bitte, alles andere ist schon gebucht",
  "De la radio ; tout le reste est déjà réservé",
  "Solo radio, todo lo demás ya está contratado",
  "Solo radio, il resto è già prenotato",
  "Só rádio; tudo o resto já está reservado",
  "Alleen radio, al het andere is al geboekt",
  "Tylko radio, cała reszta jest już zarezerwowana",
  "ラジオだけ。その他はすべて予約済みです。",
])("what is left when everything else is done is not refused: %s", (brief) => {
  expect(demanded(brief)).toEqual(["radio"]);
});

test("one word of what somebody does already says nothing", () => {
  expect(demanded("We already know that radio works, so radio")).toEqual(["radio"]);
  expect(demanded("Podcasts for people who already run", "channel")).toEqual(["podcast"]);
});

test.each([
  ["O resto do Brasil não conta, só Minas Gerais", ["BR"]],
  ["Minas Gerais; the rest of Brazil does not count", ["BR"]],
])("the rest of a country is not the country: %s", (brief, countries) => {
  expect(demanded(brief, "country")).toEqual(countries);
});

test("a list's heading refuses what follows, and not what stands before it", () => {
  expect(demanded("- Yes: newsletters, podcasts - No: influencers, radio")).toEqual([
    "-influencer",
    "-radio",
    "email",
    "podcast",
  ]);
  expect(demanded("対象国：日本、韓国／除外：中国", "country")).toEqual(["-CN", "JP", "KR"]);
  expect(demanded("Nur Schweiz, nichts, was auch in Deutschland läuft", "country")).toEqual(["-DE", "CH"]);
});

test("not one thing only is no refusal of it", () => {
  expect(demanded("ليس البودكاست فقط بل الراديو أيضا")).toEqual(["podcast", "radio"]);
});

test("Polish negates the verb as well", () => {
  const { chips } = readBrief("W żadnym wypadku reklamy nie mogą pojawić się obok broni");
  expect(chips.filter(({ negated }) => negated).map(({ concept }) => concept)).toContain("weapons");
});

test("a refusal that is only a wish is none", () => {
  expect(demanded("Preferiríamos no incluir Francia, si es posible", "country")).toEqual([]);
});

test("a list of refusals ends where the brief says what it sells", () => {
  const { chips } = readBrief("Niente contenuti per minori, vendiamo grappa");
  expect(chips.filter(({ negated }) => negated).map(({ concept }) => concept)).toEqual(["kids"]);
});

test("a word within a turn of phrase means nothing of its own", () => {
  const { chips } = readBrief("Auriez-vous l'amabilité de nous épargner les réseaux sociaux ?");
  expect(chips.map(({ concept }) => concept)).toEqual(["social"]);
});

test.each([
  ["Wij willen enkel met influencers werken. Banners zijn leuk in theorie.", ["influencer"]],
  ["Only podcasts, please. Our customers grew up with radio.", ["podcast"]],
  ["Only podcasts, please. We would also take radio.", ["podcast", "radio"]],
  ["Only podcasts in Germany. In Austria radio.", ["podcast", "radio"]],
])("a later sentence adds no channel to the only ones, unless it says so: %s", (brief, channels) => {
  expect(demanded(brief)).toEqual(channels);
});

test.each([
  ["No radio, better podcasts", ["-radio", "podcast"]],
  ["Kein Radio, besser Podcasts", ["-radio", "podcast"]],
  ["no podcasts; sorry, no radio", ["-podcast", "-radio"]],
  ["We no longer do radio, we need podcasts", ["-radio", "podcast"]],
  ["J'ai déjà fait de la radio et j'ai adoré, on recommence", ["radio"]],
])("what is better, regretted or given up: %s", (brief, channels) => {
  expect(demanded(brief)).toEqual(channels);
});

import { expect, test } from "vitest";
import { saidIn } from "../../firm-demands.fixture.ts";

test.each([
  ["Radio and cinema are booked through the group, so leave those two out.", ["cinema", "radio"]],
  ["We tried search ads and email for a year. Neither of them, please.", ["email", "search"]],
  ["Newsletter hatten wir, Radio läuft inhouse – beides brauchen wir von euch nicht.", ["email", "radio"]],
  [
    "Les bannières agacent nos clients et la radio aussi ; en dehors de ces deux-là, tout est possible.",
    ["display", "radio"],
  ],
  ["La radio la lleva otro y el cine es caro: ninguno de los dos, por favor.", ["cinema", "radio"]],
  ["La radio stanca e così i banner: di entrambi facciamo a meno.", ["display", "radio"]],
  ["A direção detesta rádio e os banners ninguém os vê; tirando esses dois, ouço propostas.", ["display", "radio"]],
  ["E-mail krijgen ze al te veel en radio horen ze niet, dus geen van beide.", ["email", "radio"]],
  ["Z newsletterów i podcastów klinika zrezygnowała, więc proszę o plan bez nich.", ["email", "podcast"]],
  ["メールは開かれず、バナーは押されない。どちらも要りません。", ["display", "email"]],
  ["جرب المستشفى البريد الإلكتروني والراديو بلا جدوى، فأعفونا من الاثنين.", ["email", "radio"]],
  ["وكلاؤنا في العراق واليمن يعلنون بأنفسهم فاستثنوا البلدين.", ["IQ", "YE"]],
  ["In Duitsland zijn onze bedden nog niet te koop; sla dat land over.", ["DE"]],
  ["Nos vélos sont vendus en France par un partenaire ; tous les pays sauf celui-là.", ["FR"]],
] as const)("what a pronoun refuses was named before: %s", (brief, refused) => {
  expect(saidIn(brief)).toEqual({ refused, wanted: [] });
});

test.each([
  ["We need radio and print, and both have to run in May.", ["print", "radio"]],
  ["Queremos radio y podcasts, ambos en mayo.", ["podcast", "radio"]],
  ["Radio und Podcasts, beides gern.", ["podcast", "radio"]],
  ["We love radio and podcasts. Without those two nothing works.", ["podcast", "radio"]],
  ["ラジオとポッドキャスト、両方お願いします。", ["podcast", "radio"]],
  ["Quiero radio y podcasts; ambos no son caros.", ["podcast", "radio"]],
] as const)("a pronoun alone refuses nothing: %s", (brief, wanted) => {
  expect(saidIn(brief)).toEqual({ refused: [], wanted });
});

test("what is wanted in a clause of its own is none of it", () => {
  expect(saidIn("Podcasts please. Radio and cinema we have had, so neither of them.")).toEqual({
    refused: ["cinema", "radio"],
    wanted: ["podcast"],
  });
  expect(saidIn("Wir wollen Podcasts; Kino und Radio hatten wir, also keins von beiden.")).toEqual({
    refused: ["cinema", "radio"],
    wanted: ["podcast"],
  });
});

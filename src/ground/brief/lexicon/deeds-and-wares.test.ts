import { expect, test } from "vitest";
import { subjectsOf } from "../firm-demands.fixture.ts";

/** What is said, what that is about, and what it was read as. */
test.each([
  ["Vendiamo alberelli per plastici e modelli in scala.", "model-toys", "insurance"],
  ["Gente que pasa horas en la orilla esperando un tirón en el sedal.", "fishing", "beach"],
  ["Wir vermarkten eine Audioguide-App für Ausstellungen.", "museums", "audio"],
  ["Wir verkaufen Notenmappen an Menschen, die vierstimmig proben.", "amateur-music", "education"],
  ["Parlare con chi lavora nei musei: vendiamo teche climatizzate.", "museums-trade", "heating"],
  ["Coleção de cromos nova", "collecting", "fashion"],
  ["Mamy system CRM dla fundacji.", "charity", "parenting"],
  ["روايات مترجمة", "fiction", "translation"],
  ["家に鍵盤があって、わが子を先生のところへ連れていく人", "musical-instruments", "teachers-trade"],
  ["Quem vive em trinta e poucos metros quadrados", "interior", "real-estate"],
  ["wij verkopen legmeel en kippenhokken", "backyard-animals", "beauty"],
  ["ceux qui donnent de leur temps, le samedi, à servir la soupe", "charity", "cooking"],
])("%s is about %s and not about %s", (brief, meant, misread) => {
  const subjects = subjectsOf(brief);
  expect(subjects.join(" ")).toContain(meant);
  expect(subjects.join(" ")).not.toContain(misread);
});

test("mothers are still read where a Polish clause begins with them", () => {
  expect(subjectsOf("Mamy szukają ubranek dla dzieci.").join(" ")).toContain("parenting");
  expect(subjectsOf("Szukamy mamy z dziećmi.").join(" ")).toContain("parenting");
});

test("who refuses horse races seeks riders", () => {
  expect(subjectsOf("Gesucht: Reiter, aber keine Pferderennen.").join(" ")).toContain("equestrian");
});

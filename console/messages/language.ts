/**
 * English, and two pseudo-locales: one longer and accented, one from right to left. Texts outside the catalogue stay
 * unchanged in them.
 */
const LANGUAGES = ["en", "en-XA", "ar-XB"] as const;
type Language = (typeof LANGUAGES)[number];

const KEY = "interchange-language";

function chosenLanguage(): Language {
  const asked = new URLSearchParams(globalThis.location?.search).get("language");
  const known = (tag: string | null) => LANGUAGES.find((language) => language === tag);
  const fresh = known(asked);
  if (fresh) localStorage.setItem(KEY, fresh);
  return fresh ?? known(globalThis.localStorage?.getItem(KEY) ?? null) ?? "en";
}

export const language = chosenLanguage();
export const direction = language === "ar-XB" ? "rtl" : "ltr";

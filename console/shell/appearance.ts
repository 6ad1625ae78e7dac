import { direction, language } from "../messages/language.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "interchange-theme";

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? "system";
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  applyAppearance();
}

/** Applies theme, language and direction to the document. */
export function applyAppearance(): void {
  const { documentElement: root } = document;
  root.dataset.theme = chosenTheme();
  root.lang = language;
  root.dir = direction;
}

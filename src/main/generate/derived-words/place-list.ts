import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../../../ground/brief/languages.ts";

/** A kind of place in one language: a preset of OpenStreetMap's tagging schema, or an option of one of its fields. */
export interface Place {
  /** `shop/bakery`, or `sport=chess`. */
  readonly id: string;
  readonly names: readonly string[];
  /** The terms by which mappers look it up. */
  readonly terms: readonly string[];
}

/** What the package contains for a language. */
interface Translation {
  readonly presets: Readonly<
    Record<string, { readonly name?: string; readonly aliases?: readonly string[]; readonly terms?: readonly string[] }>
  >;
  readonly fields: Readonly<Record<string, { readonly options?: Readonly<Record<string, Option>> }>>;
}

type Option = string | { readonly title?: string };

/** True for `sport=chess`, false for `shop/bakery`. */
export function isOption(id: string): boolean {
  return id.includes("=");
}

const FOLDER = join(fileURLToPath(import.meta.resolve("@openstreetmap/id-tagging-schema/package.json")), "../dist");
/** Languages with more than one translation. */
const TRANSLATIONS: Readonly<Partial<Record<Language, readonly string[]>>> = { pt: ["pt", "pt-BR"] };

/** Every kind of place that mappers can choose; a kind with several translations occurs several times. */
export function readPlaces(language: Language): Place[] {
  const presets = readJson("presets.min.json") as Readonly<Record<string, { readonly searchable?: boolean }>>;
  return (TRANSLATIONS[language] ?? [language]).flatMap((file) => {
    const translated = readJson(`translations/${file}.min.json`) as Readonly<Record<string, { presets: Translation }>>;
    const { presets: named, fields } = translated[file]?.presets ?? { presets: {}, fields: {} };
    const places = Object.entries(named)
      .filter(([id]) => presets[id]?.searchable !== false)
      .map(([id, { name = "", aliases = [], terms = [] }]) => ({ id, names: [name, ...aliases], terms }));
    const options = Object.entries(fields).flatMap(([field, { options: labels = {} }]) =>
      Object.entries(labels).map(([key, label]) => ({ id: `${field}=${key}`, names: namesIn(label), terms: [] })),
    );
    return [...places, ...options];
  });
}

/** Splits names such as `Obstetrics & Gynecology`. */
function namesIn(option: Option): string[] {
  return (typeof option === "string" ? option : (option.title ?? "")).split(/, | & /);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8"));
}

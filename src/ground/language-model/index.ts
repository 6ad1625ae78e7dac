export type { LanguageModel, LanguageModelSettings } from "./language-model.ts";
export { openLanguageModel } from "./open-language-model.ts";

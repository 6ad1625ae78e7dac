export type { LanguageModel, LanguageModelSettings, Question } from "./language-model.ts";
export { openLanguageModel } from "./open-language-model.ts";

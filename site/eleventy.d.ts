/** The part of Eleventy that the site uses: it has no types. */
declare module "@11ty/eleventy" {
  export interface Page {
    readonly inputPath: string;
    readonly outputPath: string;
    readonly url: string;
    /** Below the input folder, without its ending. */
    readonly filePathStem: string;
  }

  export interface EleventyConfig {
    setQuietMode(quiet: boolean): void;
    addGlobalData(name: string, value: unknown): void;
    addPassthroughCopy(paths: Readonly<Record<string, string>>): void;
    addTemplate(path: string, content: string, data?: Readonly<Record<string, unknown>>): void;
    addTransform(
      name: string,
      transform: (this: { readonly page: Page }, content: string) => string | Promise<string>,
    ): void;
    amendLibrary(name: "md", amend: (markdown: Markdown) => void): void;
  }

  /** Of markdown-it, which comes with it. */
  export interface Markdown {
    set(options: { readonly html: boolean; readonly linkify: boolean }): void;
    readonly core: { readonly ruler: Ruler };
  }

  interface Ruler {
    push(name: string, rule: (state: MarkdownState) => void): void;
    before(next: string, name: string, rule: (state: MarkdownState) => void): void;
  }

  export interface MarkdownState {
    src: string;
    readonly tokens: Token[];
  }

  export interface Token {
    readonly type: string;
    readonly tag: string;
    readonly content: string;
    readonly children: Token[] | null;
    attrGet(name: string): string | null;
    attrSet(name: string, value: string): void;
  }

  interface Options {
    readonly quietMode: boolean;
    readonly configPath: false;
    readonly config: (config: EleventyConfig) => Readonly<Record<string, unknown>>;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: Options);
    write(): Promise<unknown>;
  }
}

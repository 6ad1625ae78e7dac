import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import Eleventy, { type EleventyConfig, type Token } from "@11ty/eleventy";
import { html, verbatim } from "../src/edge/web/html.ts";
import { addressOf, linkFrom } from "./address.ts";
import { frame, type Heading, homeMain } from "./frame.ts";
import { type ReferencePage, referencePages } from "./reference-pages.ts";
import { type Indexed, plain, searchIndex } from "./search-index.ts";

const ROOT = join(import.meta.dirname, "..");

interface Rendered extends Indexed {
  readonly outputPath: string;
  readonly headings: readonly Heading[];
}

/**
 * `node site/build.ts <folder> [--release]`: Eleventy makes pages of `docs`, and they are framed once all are known,
 * because each links to the others. With --release they are written to a folder for their version, next to other
 * releases.
 */
async function build(folder: string, isRelease: boolean): Promise<void> {
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
  const output = isRelease ? join(folder, version) : folder;
  await rm(output, { recursive: true, force: true });
  const reference = referencePages();
  const rendered = [...(await render(output, await filesOfDocs())), ...reference.map((page) => placed(page, output))];
  const titles = new Map(rendered.map(({ address, title }) => [address, title]));
  const intros = new Map(rendered.map(({ address, markup }) => [address, introOf(markup)]));
  const home = {
    address: "",
    title: "",
    markup: homeMain(titles, intros).text,
    headings: [],
    outputPath: join(output, "index.html"),
  };
  for (const { outputPath, markup, ...page } of [...rendered, home]) {
    const text = frame({ ...page, titles, version, isOneOfSeveral: isRelease, main: verbatim(markup) });
    await mkdir(join(outputPath, ".."), { recursive: true });
    await writeFile(outputPath, text);
  }
  await writeAssets(join(output, "assets"), searchIndex(rendered));
  if (isRelease) await writeFile(join(folder, "index.html"), await releasesPage(folder));
}

async function filesOfDocs(): Promise<ReadonlySet<string>> {
  const files = await readdir(join(ROOT, "docs"), { recursive: true });
  return new Set(files.map((file) => file.replaceAll("\\", "/")));
}

async function render(output: string, files: ReadonlySet<string>): Promise<Rendered[]> {
  const rendered: Rendered[] = [];
  const config = (eleventy: EleventyConfig) => {
    eleventy.setQuietMode(true);
    eleventy.addGlobalData("permalink", () => ({ page }: { readonly page: { readonly filePathStem: string } }) => {
      return `${addressOf(`${page.filePathStem}.md`)}index.html`;
    });
    eleventy.addPassthroughCopy({ "docs/house.svg": "house.svg", "docs/pictures": "pictures" });
    eleventy.amendLibrary("md", (markdown) => {
      markdown.set({ html: false, linkify: false });
      markdown.core.ruler.before("normalize", "comments", (state) => {
        state.src = state.src.replaceAll(COMMENT, "");
      });
      markdown.core.ruler.push("headings", ({ tokens }) => nameHeadings(tokens));
    });
    eleventy.addTransform("collect", function (content) {
      const { inputPath, outputPath } = this.page;
      const file = inputPath.replace(/^\.?\/?docs\//, "");
      const markup = follow(framedTables(content), file, (target) => files.has(target));
      const headings = headingsIn(markup);
      rendered.push({ address: addressOf(file), title: headings[0]?.text ?? file, markup, headings, outputPath });
      return content;
    });
    return { markdownTemplateEngine: false, htmlTemplateEngine: false, templateFormats: ["md"] };
  };
  await new Eleventy("docs", output, { quietMode: true, configPath: false, config }).write();
  return rendered;
}

/** What is said to whoever edits the page. */
const COMMENT = /^<!--[\s\S]*?-->$/gm;

/** The anchor that Markdown renderers give to a heading, so that links from elsewhere work. */
function nameHeadings(tokens: readonly Token[]): void {
  const taken = new Map<string, number>();
  for (const [place, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const text = (tokens[place + 1]?.children ?? []).map(({ content }) => content).join("");
    const name = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-");
    const times = taken.get(name) ?? 0;
    taken.set(name, times + 1);
    token.attrSet("id", times === 0 ? name : `${name}-${times}`);
  }
}

/** A wide table scrolls separately, and can be reached by keyboard. */
function framedTables(markup: string): string {
  let tables = 0;
  return markup
    .replaceAll("<table>", () => {
      tables += 1;
      return `<div class="table" role="region" aria-label="Table ${tables}" tabindex="0"><table>`;
    })
    .replaceAll("</table>", "</table></div>")
    .replaceAll(/<pre>/g, '<pre tabindex="0">');
}

/** Links to pages of the site; references to other files of the repository stay as text. */
function follow(markup: string, file: string, isPage: (file: string) => boolean): string {
  const linked = markup.replaceAll(/<a href="([^"]*)">([\s\S]*?)<\/a>/g, (_, href: string, text: string) => {
    const to = linkFrom(file, href, isPage);
    return to === undefined ? text : `<a href="${to}">${text}</a>`;
  });
  return linked.replaceAll(
    /<img src="([^"]*)"/g,
    (_, src: string) => `<img src="${linkFrom(file, src, isPage) ?? src}"`,
  );
}

function headingsIn(markup: string): Heading[] {
  const found = markup.matchAll(/<h([1-4])[^>]*\bid="([^"]*)"[^>]*>([\s\S]*?)<\/h\1>/g);
  return [...found].map(([, level = "1", id = "", inside = ""]) => ({ level: Number(level), id, text: plain(inside) }));
}

function placed(page: ReferencePage, output: string): Rendered {
  const markup = framedTables(page.markup).replaceAll("<pre translate", '<pre tabindex="0" translate');
  return { ...page, markup, headings: headingsIn(markup), outputPath: join(output, page.address, "index.html") };
}

/** The first sentence of a page; a picture may stand before it. */
function introOf(markup: string): string {
  const texts = [...markup.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, inside = ""]) => plain(inside));
  const [sentence = ""] = texts.find((text) => text !== "")?.split(/(?<=\.)\s/, 1) ?? [];
  return sentence.replace(/:$/, ".");
}

/** The script as a browser needs it, including its search library. */
async function writeAssets(folder: string, index: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(join(import.meta.dirname, "style.css"), join(folder, "style.css"));
  await cp(join(ROOT, "src/edge/web/home/favicon.svg"), join(folder, "icon.svg"));
  for (const name of ["in-the-browser", "search-options"]) {
    const source = await readFile(join(import.meta.dirname, `${name}.ts`), "utf8");
    const script = stripTypeScriptTypes(source)
      .replaceAll('from "minisearch"', 'from "./minisearch.js"')
      .replaceAll(/from "\.\/([\w-]+)\.ts"/g, 'from "./$1.js"');
    await writeFile(join(folder, `${name}.js`), script);
  }
  await cp(join(ROOT, "node_modules/minisearch/dist/es/index.js"), join(folder, "minisearch.js"));
  await writeFile(join(folder, "search.json"), index);
}

/** Every release in this folder, the newest first. */
async function releasesPage(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const versions = entries
    .filter((entry) => entry.isDirectory() && /^\d+\.\d+\.\d+/.test(entry.name))
    .map(({ name }) => name)
    .toSorted((a, b) => b.localeCompare(a, "en", { numeric: true }));
  const [newest = ""] = versions;
  const links = versions.map((version) => html`<li><a href="${version}/">Interchange ${version}</a></li>`);
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Interchange documentation, by release</title>
<link rel="stylesheet" href="${newest}/assets/style.css">
<body><main id="content" class="releases"><h1>Documentation, by release</h1><ul>${links}</ul></main></body>
</html>
`.text;
}

const [folder = join(ROOT, "site/dist"), ...flags] = process.argv.slice(2);
await build(folder, flags.includes("--release"));

import MiniSearch from "minisearch";
import { type Found, OPTIONS } from "./search-options.ts";

/** Runs in the reader's browser: the index is fetched when somebody starts to type, and searched there. */
const root = document.documentElement.dataset["root"] ?? "./";
const form = document.querySelector<HTMLElement>("#search");
const input = document.querySelector<HTMLInputElement>("#query");
const results = document.querySelector<HTMLElement>("#results");
const MOST = 8;

let loading: Promise<MiniSearch> | undefined;
const index = () => (loading ??= load());

async function load(): Promise<MiniSearch> {
  const response = await fetch(`${root}assets/search.json`);
  return MiniSearch.loadJSON(await response.text(), OPTIONS);
}

async function show(query: string): Promise<void> {
  if (!results) return;
  const asked = query.trim();
  if (asked === "") {
    results.hidden = true;
    return;
  }
  const found = (await index()).search(asked).slice(0, MOST) as unknown as readonly Found[];
  // Another letter may have been typed in the meantime.
  if (input?.value.trim() !== asked) return;
  results.replaceChildren(...(found.length > 0 ? [listOf(found)] : [line("p", "Nothing has that name")]));
  results.hidden = false;
}

function listOf(found: readonly Found[]): HTMLElement {
  const list = document.createElement("ul");
  for (const { address, heading, page } of found) {
    const link = document.createElement("a");
    link.href = root + address;
    link.append(line("span", heading), ...(page === heading ? [] : [line("small", page)]));
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

function line(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Up and down move through the results, and Escape closes them. */
function walk(event: KeyboardEvent): void {
  const links = [...(results?.querySelectorAll<HTMLElement>("a") ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (event.key === "Escape" && results) {
    results.hidden = true;
    input?.focus();
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const next = at + (event.key === "ArrowDown" ? 1 : -1);
  (next < 0 ? input : links[Math.min(next, links.length - 1)])?.focus();
}

const NARROW = "(width < 60rem)";
const menu = document.querySelector<HTMLDetailsElement>(".menu details");
if (menu && matchMedia(NARROW).matches) menu.open = false;

if (form && input) {
  form.hidden = false;
  input.addEventListener("focus", () => void index());
  input.addEventListener("input", () => void show(input.value));
  form.addEventListener("keydown", walk);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") results?.querySelector("a")?.click();
  });
  document.addEventListener("click", (event) => {
    if (results && event.target instanceof Node && !form.contains(event.target)) results.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    input.focus();
  });
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBrief } from "../../../src/ground/brief/index.ts";
import { demandsOf } from "../../../src/ground/ranking/demands.ts";
import { isReadIn, type Kind } from "./frames.ts";

/** Frames by hands that had seen neither code nor other frames: the share that is to be read, what they are of, and what was read at first. */
const SUBJECTS = [
  ["media", 0.82, "media in less usual constructions; 0.66"],
  ["people", 0.8, "countries by their peoples and adjectives; 0.71"],
  ["language", 0.93, "languages of media and readers; 0.87"],
  ["safety", 0.9, "what not to stand beside; 0.79"],
] as const;

test.each(SUBJECTS)("frames by other hands are read no worse than before: %s (%d: %s)", (subject, share) => {
  const folder = join(import.meta.dirname, "further-frames", subject);
  const unread: string[] = [];
  let count = 0;
  for (const file of readdirSync(folder)) {
    for (const { text, kind, name, meant } of framesIn(join(folder, file))) {
      count++;
      if (!isRead(text, kind, { name, meant })) unread.push(`${file} ${kind}: ${text}`);
    }
  }
  expect(count).toBeGreaterThan(400);
  expect(1 - unread.length / count, unread.join("\n")).toBeGreaterThanOrEqual(share);
});

interface Framed {
  readonly text: string;
  readonly kind: Kind | "lang" | "nolang";
  readonly name: string;
  readonly meant: string;
}

/** Each frame with one of its names, in turn. */
function framesIn(path: string): Framed[] {
  const groups: Record<string, { names: Record<string, string>; frames: string[] }> = JSON.parse(
    readFileSync(path, "utf8"),
  );
  return Object.entries(groups).flatMap(([key, { names, frames }]) => {
    const named = Object.entries(names);
    return frames.flatMap((frame, turn) => {
      const [name, meant] = named[turn % named.length] ?? [];
      if (name === undefined || meant === undefined) return [];
      const text = frame.replaceAll("{X}", name);
      const kind = key.replace(/\d+$/, "") as Framed["kind"];
      return [{ text: text.charAt(0).toUpperCase() + text.slice(1), kind, name, meant }];
    });
  });
}

function isRead(text: string, kind: Framed["kind"], { name, meant }: Pick<Framed, "name" | "meant">): boolean {
  if (kind === "lang" || kind === "nolang") {
    const { any, none } = demandsOf(readBrief(text)).languages;
    const [wanted, other]: readonly (readonly string[])[] = kind === "lang" ? [any, none] : [none, any];
    return wanted?.includes(meant) === true && !other?.includes(meant);
  }
  if (kind !== "topic") return isReadIn(text, kind, meant);
  // Subjects have several names in the taxonomies: what the name is read as is refused.
  const start = text.toLowerCase().indexOf(name.toLowerCase());
  const here = readBrief(text).chips.filter(({ span }) => span && span.start < start + name.length && span.end > start);
  return here.some(({ negated }) => negated) && !here.some(({ negated, certainty }) => !negated && certainty > 0.57);
}

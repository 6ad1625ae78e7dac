import { readLabel } from "./labels.ts";

const CLOSING = /<\/[a-z_][\w-]{0,40}>/i;
const TAG = /<(?<slash>\/?)(?<name>[a-z_][\w-]{0,40})>/gi;

/**
 * `<exclude>radio</exclude>` as `;exclude:radio;`, at the same positions. Within a tag that refuses, what further tags are called says
 * nothing: they part the items of a list.
 */
export function withLabelsForTags(text: string): string {
  if (!CLOSING.test(text)) return text;
  let refusing: string | undefined;
  return text.replaceAll(TAG, (tag, slash: string, name: string) => {
    const isOpening = slash === "";
    if (refusing !== undefined && name !== refusing) return (isOpening ? " " : ",").padEnd(tag.length);
    if (isOpening && readLabel(name).side === "refused") refusing = name;
    else if (!isOpening) refusing = undefined;
    return isOpening ? `;${name}:` : ";".padEnd(tag.length);
  });
}

import { MOUNTS } from "../src/edge/http/mount.ts";
import { openGuide } from "../src/edge/reference/capabilities/index.ts";
import { SIDES, type Side } from "../src/edge/reference/index.ts";
import { fullPathOf } from "../src/edge/reference/openapi.ts";
import { TITLE } from "../src/edge/reference/pages/index-page.ts";
import { operationPage } from "../src/edge/reference/pages/operation-page.ts";
import { html } from "../src/edge/web/html.ts";
import { operations } from "../src/main/areas.ts";
import { relativeTo } from "./address.ts";

export interface ReferencePage {
  /** Below the root of the site. */
  readonly address: string;
  readonly title: string;
  readonly markup: string;
  /** Of which API. */
  readonly part: string;
  /** What it can be found by, in addition to its title. */
  readonly words: string;
}

/** Any installation: a page cannot know its URL. */
const EXAMPLE = "https://market.example";

/**
 * A page for each side of the API, and one for each operation: what the server shows at its own mounts, in this site's
 * frame.
 */
export function referencePages(): ReferencePage[] {
  return SIDES.flatMap((side) => {
    const guide = openGuide(side, operations);
    const home = `reference/${side}/`;
    const pages = guide.operations.flatMap((op) => {
      const capability = guide.capability(op.id);
      if (!capability) return [];
      const address = `${home}${op.id}/`;
      const { text } = operationPage(guide, capability, EXAMPLE).main;
      const words = [op.id, op.description ?? "", `${capability.method} ${capability.path}`].join(" ");
      return [{ address, title: op.summary, part: TITLE[side], markup: leadingHome(text, side, address), words }];
    });
    const markup = sidePage(side, guide.operations);
    return [
      { address: home, title: TITLE[side], part: TITLE[side], markup, words: `${side} OpenAPI REST operations` },
      ...pages,
    ];
  });
}

function sidePage(side: Side, all: ReturnType<typeof openGuide>["operations"]): string {
  const sections = [...Map.groupBy(all, ({ tag }) => tag)].map(([tag, ops]) => {
    const rows = ops.map(
      (op) =>
        html`<li><a href="${op.id}/">${op.summary}</a> <code>${op.method.toUpperCase()} ${fullPathOf(op, side)}</code></li>`,
    );
    return html`<h2 id="${tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}">${tag}</h2><ul class="operations">${rows}</ul>`;
  });
  return html`<h1>${TITLE[side]}</h1>
<p>JSON over HTTPS, with <code>Authorization: Bearer &lt;API key&gt;</code>. A server describes its own API in <code>${MOUNTS[side]}/openapi.json</code>, as OpenAPI 3.1.</p>
${sections}`.text;
}

/** Links to the server's own pages are replaced by those to the site's. */
function leadingHome(text: string, side: Side, address: string): string {
  return text.replaceAll(/href="\/api\/v2(?:\/\w+)?\/docs(?:\/(\w+))?"/g, (_, id?: string) => {
    const target = `reference/${side}/${id === undefined ? "" : `${id}/`}`;
    return `href="${relativeTo(address, target)}"`;
  });
}

import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import type { Mail } from "../../ground/kernel/mail.ts";
import { coloursOf, logoIn, type MailBrand } from "./mail-brand.ts";
import { speak } from "./templates/speak.ts";
import type { Template } from "./templates/words.ts";

/** The content of a mail, with the link in clear text. */
export interface Draft {
  readonly template: Template;
  readonly language: string;
  readonly name: string;
  readonly link: string;
  readonly lifeMs: number;
  /** The reason for a refusal, in the words of the person who decided. */
  readonly reason?: string | undefined;
  /** The storefront's brand; undefined if the mail comes from the installation itself. */
  readonly brand?: MailBrand | undefined;
}

/** The same content twice: as plain text for all mail programs, and as HTML that fetches nothing. */
export function renderMail({
  template,
  language,
  name,
  link,
  lifeMs,
  reason = "",
  brand,
}: Draft): Pick<Mail, "subject" | "text"> & { html: string } {
  const { tag, words } = speak(language);
  const letter = words.letters[template];
  const plain = plainName(name);
  const isolated = words.direction === "rtl" ? `\u2068${plain}\u2069` : plain;
  const lead = letter.lead(isolated, reason);
  // A link to a page that anybody may open is not secret, and does not expire.
  const last = lifeMs === 0 ? [] : [words.once(lifeOf(lifeMs, tag)), words.unasked];
  return {
    subject: letter.subject(plain),
    text: [...(brand ? [isolated] : []), words.greeting, lead, `${letter.action}:\n${link}`, ...last]
      .join("\n\n")
      .concat("\n"),
    html: pageOf(
      [tag, words.direction],
      [...(brand ? [headOf(brand, plain)] : []), ...[words.greeting, lead].map(paragraph)],
      `<p><a href="${escape(link)}" style="${buttonIn(brand)}">${escape(letter.action)}</a></p>`,
      last.map(paragraph),
    ),
  };
}

const MOST_LETTERS = 80;

/** A name as one short line of text. Sellers choose it, so it must neither break the line nor reverse the direction of reading. */
export function plainName(name: string): string {
  const line = name.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return Array.from(line).slice(0, MOST_LETTERS).join("");
}

const MINUTE = { unit: "minute", ms: MINUTE_MS };
const UNITS = [{ unit: "day", ms: DAY_MS }, { unit: "hour", ms: HOUR_MS }, MINUTE];

/** "24 hours" in the language, in the largest unit of which there are at least two. */
function lifeOf(lifeMs: number, tag: string): string {
  const { unit, ms } = UNITS.find(({ ms }) => lifeMs >= 2 * ms) ?? MINUTE;
  return new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "long" }).format(Math.round(lifeMs / ms));
}

const BODY = "margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff";

function buttonIn(brand: MailBrand | undefined): string {
  const { button, label } = coloursOf(brand);
  return `display:inline-block;padding:12px 20px;border-radius:6px;background:${button};color:${label};text-decoration:none`;
}

/** The seller's colour, its logo by URL, and its name, which is shown even if the mail program does not fetch the logo. */
function headOf(brand: MailBrand, name: string): string {
  const logo = logoIn(brand);
  const image =
    logo === null ? "" : `<img src="${escape(logo)}" alt="" height="48" style="display:block;margin:0 0 8px">`;
  const edge = `border-top:6px solid ${coloursOf(brand).button};padding-top:16px`;
  return `<div style="${edge}">${image}<strong><bdi>${escape(name)}</bdi></strong></div>`;
}

function pageOf([tag, direction]: [string, string], before: string[], action: string, after: string[]): string {
  return [
    `<!doctype html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"></head>`,
    `<body style="${BODY}">`,
    ...before,
    action,
    ...after,
    "</body></html>\n",
  ].join("\n");
}

function paragraph(text: string): string {
  return `<p>${escape(text)}</p>`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

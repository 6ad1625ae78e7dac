import type { FastifyReply } from "fastify";
import { type Brand, shownDigest } from "./brands/brand.ts";
import { documentOf, type Page, type Seller } from "./page.ts";
import { pageHeaders } from "./response-headers.ts";
import type { Visit } from "./visit.ts";

export interface Answer {
  readonly status: number;
  readonly page: Page;
  readonly visit: Visit;
  readonly brand: Brand | null;
  /** Whether the same page can be asked for again, in another language. */
  readonly again: boolean;
}

export function answerPage(reply: FastifyReply, answer: Answer, publicUrl: string): FastifyReply {
  const { status, page, visit, brand, again } = answer;
  const setting = {
    language: visit.language,
    offered: again ? visit.offered : [],
    seller: brand && sellerOf(brand),
  };
  const { markup, ...used } = documentOf(page, setting);
  return reply
    .code(status)
    .headers({ ...pageHeaders(used, publicUrl), "content-language": visit.language.tag })
    .send(markup);
}

function sellerOf({ name, domain, colours, logo }: Brand): Seller {
  const digest = shownDigest(logo);
  return { name, domain, colours, logo: digest === null ? null : { path: `/logos/${digest}`, onDark: logo.onDark } };
}

import type { FastifyReply } from "fastify";
import { type Brand, shownDigest } from "./brands/brand.ts";
import { documentOf, type Page, type Seller } from "./page.ts";
import type { PageContext } from "./page-context.ts";
import { pageHeaders } from "./response-headers.ts";

export interface Answer {
  readonly status: number;
  readonly page: Page;
  readonly pageContext: PageContext;
  readonly brand: Brand | null;
  /** Whether the same page can be requested again in another language without side effects. */
  readonly again: boolean;
}

export function answerPage(reply: FastifyReply, answer: Answer, publicUrl: string): FastifyReply {
  const { status, page, pageContext, brand, again } = answer;
  const setting = {
    language: pageContext.language,
    offered: again ? pageContext.offered : [],
    seller: brand && sellerOf(brand),
  };
  const { markup, ...used } = documentOf(page, setting);
  return reply
    .code(status)
    .headers({ ...pageHeaders(used, publicUrl), "content-language": pageContext.language.tag })
    .send(markup);
}

function sellerOf({ name, domain, colours, logo }: Brand): Seller {
  const digest = shownDigest(logo);
  return { name, domain, colours, logo: digest === null ? null : { path: `/logos/${digest}`, onDark: logo.onDark } };
}

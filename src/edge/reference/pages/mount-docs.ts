import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Operation } from "../../../ground/kernel/operation.ts";
import { type Edge, MOUNTS } from "../../http/mount.ts";
import { english } from "../../web/languages/en.ts";
import { documentOf, type Page } from "../../web/page.ts";
import { pageHeaders } from "../../web/response-headers.ts";
import { type Guide, openGuide } from "../capabilities/index.ts";
import { SIDES } from "../openapi.ts";
import { foundPage, indexPage, LONGEST_QUESTION } from "./index-page.ts";
import { operationPage } from "./operation-page.ts";

interface PageRequest {
  readonly Params: { readonly operation?: string };
  readonly Querystring: { readonly q?: unknown };
}

/** The reference for people: one page for each side, and one for each operation. The pages run no scripts and load nothing. */
export function mountDocs(app: FastifyInstance, operations: readonly Operation[], { host }: Pick<Edge, "host">): void {
  const { publicUrl } = host.installation;
  const show = async (page: Page, status: number, request: FastifyRequest, reply: FastifyReply) => {
    request.noted = { operation: "showReference" };
    const document = documentOf(page, { language: english, offered: [], seller: null });
    return reply
      .code(status)
      .headers({ ...pageHeaders(document, publicUrl), "content-language": english.tag })
      .send(document.markup);
  };
  for (const side of SIDES) {
    const guide = openGuide(side, operations);
    const home = `${MOUNTS[side]}/docs`;
    app.get<PageRequest>(home, ({ query: { q } }, reply) => show(askedPage(guide, q), 200, reply.request, reply));
    app.get<PageRequest>(`${home}/:operation`, (request, reply) => {
      const { operation = "" } = request.params;
      const capability = guide.capability(operation);
      return capability
        ? show(operationPage(guide, capability, publicUrl), 200, request, reply)
        : show(askedPage(guide, operation), 404, request, reply);
    });
  }
}

function askedPage(guide: Guide, asked: unknown): Page {
  const question = typeof asked === "string" ? asked.trim().slice(0, LONGEST_QUESTION) : "";
  return question === "" ? indexPage(guide) : foundPage(guide, question);
}

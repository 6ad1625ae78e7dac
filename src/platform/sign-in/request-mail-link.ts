import { after } from "../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../ground/kernel/context.ts";
import { newToken } from "../../ground/vault/index.ts";
import { postMail } from "../mail/index.ts";
import { LIFE_MS, type MailLinkRequest } from "./mail-link.ts";
import { countLiveLinks, insertMailLink } from "./store.ts";

/** How many unopened links of one kind a mailbox may have, so that requests for somebody else cannot fill it. */
const MOST_LIVE = 5;

type MailLinkContext = Pick<Context, "db" | "random" | "vault" | "now" | "viewer" | "installation" | "enqueue">;

/** Creates a one-time link, and enqueues the mail that contains it, which is sent after this transaction commits. */
export async function requestMailLink(ctx: MailLinkContext, request: MailLinkRequest): Promise<void> {
  const wall = wallOf(ctx);
  if ((await countLiveLinks(ctx.db, request, wall)) >= MOST_LIVE) return;
  const template = request.template ?? request.purpose;
  const lifeMs = LIFE_MS[template];
  const { token, hash } = newToken(ctx.random);
  await insertMailLink(ctx.db, request, hash, wall, after(wall, lifeMs));
  const { customerId, email: to, language, name, brand } = request;
  await postMail(ctx, {
    customerId,
    to,
    template,
    language,
    name,
    brand,
    lifeMs,
    link: linkTo(ctx.installation.publicUrl, request.path, token),
  });
}

/** Throws if the path would lead out of this installation. */
function linkTo(publicUrl: string, path: string, token: string): string {
  const link = new URL(path, publicUrl);
  if (link.origin !== new URL(publicUrl).origin) throw new TypeError(`not a path: ${path}`);
  link.searchParams.set("token", token);
  return link.href;
}

import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { inTransaction } from "../../../ground/kernel/perform.ts";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { findOpenLink, SLUG } from "../../../supply/join-links/index.ts";
import { type Brand, wantsFetching } from "../brands/brand.ts";
import { fetchLogo } from "../brands/fetch-logo.ts";
import { findBrandByLinkOfAnySeller } from "../brands/store.ts";
import type { Invitation } from "../pages/sign-up.ts";

/** A valid link, with the content and the look of its page. */
export interface Open {
  readonly invitation: Invitation;
  readonly brand: Brand;
  readonly joinLinkId: number;
}

/** Undefined for an invalid link, whatever the reason. A missing logo is requested. */
export async function findInvitation(host: Host, slug: string, requestId: string): Promise<Open | undefined> {
  if (!SLUG.test(slug)) return undefined;
  const open = await anonymously(host, requestId, "read", async (ctx) => {
    const link = await findOpenLink(ctx, slug);
    const brand = link && (await findBrandByLinkOfAnySeller(installationDb(ctx), { slug }));
    if (!brand) return undefined;
    const { storefrontName: name, entry, defaultCurrency: currency } = link.preview;
    const invitation = { slug, name, entry, currency, termsVersion: ctx.installation.termsVersion };
    return { invitation, brand, joinLinkId: link.link.joinLinkId };
  });
  if (open && wantsFetching(open.brand.logo, host.clock.now())) await sendForLogo(host, open.brand, requestId);
  return open;
}

/** The page does not wait for the logo; the next view will show it. */
function sendForLogo(host: Host, { customerId, storefrontId }: Brand, requestId: string): Promise<void> {
  return anonymously(host, requestId, "write", (ctx) =>
    ctx.enqueue(fetchLogo, { customerId, storefrontId }, { key: `logo ${storefrontId}` }),
  );
}

/** A visitor has no tenant, so the transaction sees the whole installation, and uses real time. */
export function anonymously<T>(
  host: Host,
  requestId: string,
  mode: "read" | "write",
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return inTransaction(host, NOBODY, requestId, mode, work, "installation");
}

import type { Configuration, KoaContextWithOIDC } from "oidc-provider";
import { MINUTE_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { DeviceForm, DevicePages, RenderedPage } from "./device-pages.ts";

export const DEVICE_CODE_MS = 10 * MINUTE_MS;
/** The default polling interval of a device (RFC 8628, 3.2). */
export const POLL_EVERY_MS = 5 * SECOND_MS;
/** The query parameter for the code, so that merely opening the page submits nothing. */
export const CODE_PARAMETER = "code";

const LONGEST_CODE = 20;

/** Authorization for devices without a browser (RFC 8628): 20 to the power of 8 codes, of letters that neither look alike nor form words. */
export function deviceFlowOf(pages: DevicePages): NonNullable<Configuration["features"]>["deviceFlow"] {
  return {
    enabled: true,
    charset: "base-20",
    mask: "****-****",
    deviceInfo: () => ({}),
    async userCodeInputSource(ctx, _form, _out, error) {
      if (error?.name === "AbortedError") return send(ctx, pages.stopped(ctx));
      if (error && !isStored(ctx)) return restartSession(ctx);
      const code = ctx.query[CODE_PARAMETER];
      const given = typeof code === "string" ? code.slice(0, LONGEST_CODE) : "";
      send(ctx, pages.ask(ctx, { ...formOf(ctx), code: given, isWrong: error !== undefined }));
    },
    async userCodeConfirmSource(ctx, _form, client, _info, code) {
      send(ctx, pages.confirm(ctx, { ...formOf(ctx), code, name: client.clientName ?? client.clientId }));
    },
    async successSource(ctx) {
      send(ctx, pages.done(ctx));
    },
  };
}

/** The library would store a browser session that does not exist, for a form without its cookie or with an expired one. */
function isStored(ctx: KoaContextWithOIDC): boolean {
  return typeof (ctx.oidc.session as unknown as { readonly exp?: unknown }).exp === "number";
}

function restartSession(ctx: KoaContextWithOIDC): void {
  Object.assign(ctx.oidc.session ?? {}, { touched: false });
  ctx.redirect(ctx.oidc.urlFor("code_verification"));
  ctx.status = 303;
}

function formOf(ctx: KoaContextWithOIDC): DeviceForm {
  // The library's types omit what it stores with a browser while a form is open.
  const { state } = ctx.oidc.session as unknown as { readonly state?: { readonly secret?: string } };
  return { path: new URL(ctx.oidc.urlFor("code_verification")).pathname, xsrf: state?.secret ?? "" };
}

function send(ctx: KoaContextWithOIDC, { status, headers, markup }: RenderedPage): void {
  ctx.status = status;
  ctx.set(headers);
  ctx.body = markup;
}

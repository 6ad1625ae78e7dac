import type { IncomingHttpHeaders } from "node:http";

/** What a page has to know about its reader. */
export interface Reader {
  readonly query: unknown;
  readonly headers: IncomingHttpHeaders;
}

/** A complete page, with its security headers. */
export interface RenderedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly markup: string;
}

/** A form of the verification page: its target, and the token that proves it is ours. */
export interface DeviceForm {
  readonly path: string;
  readonly xsrf: string;
}

/** The pages on which a person connects a device without a browser (RFC 8628); `edge/web` renders them. */
export interface DevicePages {
  /** Asks for the code that the device shows. */
  ask(reader: Reader, form: DeviceForm & { readonly code: string; readonly isWrong: boolean }): RenderedPage;
  /**
   * Shows the code again with the name of the application, so that nobody connects a device because somebody else sent them a code (RFC
   * 8628, 5.4).
   */
  confirm(reader: Reader, form: DeviceForm & { readonly code: string; readonly name: string }): RenderedPage;
  done(reader: Reader): RenderedPage;
  stopped(reader: Reader): RenderedPage;
}

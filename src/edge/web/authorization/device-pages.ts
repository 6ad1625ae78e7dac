import type { DevicePages, Reader, RenderedPage } from "../../../platform/authorization-server/device/index.ts";
import { documentOf, type Page } from "../page.ts";
import { pageContextOf } from "../page-context.ts";
import { confirmDevicePage, deviceConnectedPage, devicePage, deviceStoppedPage } from "../pages/device.ts";
import { pageHeaders } from "../response-headers.ts";

/** The authorization server's pages for people who connect a device. */
export function devicePages(publicUrl: string): DevicePages {
  const render = (reader: Reader, drawn: (language: ReturnType<typeof languageOf>) => Page, status = 200) => {
    const language = languageOf(reader);
    const { markup, ...used } = documentOf(drawn(language), { language, offered: [], seller: null });
    const headers = { ...pageHeaders(used, publicUrl), "content-language": language.tag };
    return { status, headers, markup } satisfies RenderedPage;
  };
  return {
    ask: (reader, form) => render(reader, (language) => devicePage(form, language), form.isWrong ? 400 : 200),
    confirm: (reader, form) => render(reader, (language) => confirmDevicePage(form, language)),
    done: (reader) => render(reader, ({ words }) => deviceConnectedPage(words)),
    stopped: (reader) => render(reader, ({ words }) => deviceStoppedPage(words)),
  };
}

function languageOf(reader: Reader) {
  return pageContextOf(reader, null).language;
}

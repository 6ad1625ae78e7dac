export { CODE_PARAMETER } from "./device-flow.ts";
export type { DevicePages, Reader, RenderedPage } from "./device-pages.ts";

export { addProviderSource } from "./add-provider-source.ts";

export { addProviderSource, type ProviderWiring } from "./add-provider-source.ts";

export { saveCapabilities } from "../store.ts";
export { addModularSource } from "./add-modular-source.ts";

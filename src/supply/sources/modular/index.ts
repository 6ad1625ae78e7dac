export { keepCapabilities } from "../store.ts";
export { addModularSource } from "./add-modular-source.ts";

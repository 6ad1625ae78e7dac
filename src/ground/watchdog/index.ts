export { openWatchdog, type Watchdog } from "./watchdog.ts";

import closeWithGrace from "close-with-grace";
import type { Log } from "../ground/kernel/log.ts";

/** The maximum time that running requests and jobs get to finish before the process exits. */
const GRACE_MS = 15_000;
/** A terminal's Ctrl-C arrives more than once if npm or the launcher pass it on; signals within this time count as one. */
const ONE_WISH_MS = 1_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

/** Closes on a signal or an uncaught error, and then exits; a second signal makes it exit immediately. */
export function shutDownGracefully(log: Log, close: () => Promise<void>): void {
  const grace = closeWithGrace({ delay: GRACE_MS, logger: false, skip: [...SIGNALS] }, async ({ err }) => {
    if (err) log.error({ err }, "stopping after an uncaught error");
    await close();
  });
  let askedAt: number | undefined;
  const shutDown = () => {
    const now = performance.now();
    if (askedAt !== undefined && now - askedAt > ONE_WISH_MS) process.exit(1);
    if (askedAt === undefined) grace.close();
    askedAt ??= now;
  };
  for (const signal of SIGNALS) process.on(signal, shutDown);
}

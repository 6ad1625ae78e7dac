import type { Interchange } from "../compose.ts";
import type { Settings } from "../settings.ts";

/** Serves `/metrics` on a port of its own if one is configured. A worker has no other port. */
export async function serveMetrics<I extends Interchange>(started: I, { metrics }: Settings): Promise<I> {
  const { host, port } = metrics;
  if (port === null) return started;
  const app = started.metricsApp();
  const close = async () => {
    await app.close();
    await started.close();
  };
  try {
    await app.listen({ host, port });
  } catch (error) {
    await started.close();
    throw new Error(
      `METRICS_PORT ${port} cannot be listened on: set it to one that is free, for each process its own`,
      {
        cause: error,
      },
    );
  }
  return { ...started, close };
}

// `node bin/healthcheck.mjs`: ends with 0 while the server on this machine's PORT runs; for images without a shell.
const address = `http://127.0.0.1:${process.env.PORT ?? 4000}/livez`;
const { ok } = await fetch(address, { signal: AbortSignal.timeout(2_500) }).catch(() => ({ ok: false }));
process.exit(ok ? 0 : 1);

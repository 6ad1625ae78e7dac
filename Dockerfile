# syntax=docker/dockerfile:1
# The server, the worker and the administrator's commands in one image, for a PostgreSQL of one's own. It has no shell, runs
# as nobody in particular, and writes to /data alone: docs/containers.md says how it is used.
ARG NODE_VERSION=26.10.0

FROM node:${NODE_VERSION}-bookworm-slim AS build
# Node.js without its symbols, and the one library that it needs and the last image lacks.
RUN apt-get update && apt-get install --yes --no-install-recommends binutils libatomic1 && rm -rf /var/lib/apt/lists/* \
  && mkdir /runtime && cp --parents --dereference /usr/lib/*-linux-gnu/libatomic.so.1 /usr/local/bin/node /runtime \
  && strip --strip-unneeded /runtime/usr/local/bin/node
WORKDIR /app
COPY package.json package-lock.json ./
COPY bin ./bin
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node src/main/console/run-build.ts && test -f console/dist/index.html \
  && node src/main/docs/run-build.ts && test -f site/dist/index.html
# What the server needs is installed anew: no development tools, and no embedded PostgreSQL.
RUN rm -rf node_modules \
  && npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  && find node_modules -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' -o -name '*.md' \) -delete \
  && find src -name '*.test.ts' -delete
# Loaded and compiled ahead by the user that will run it, because Node keeps a cache for each: a start on a read-only file system
# compiles nothing.
RUN mkdir -m 0700 /data && install -d -o 65532 -g 65532 /compile-cache
USER 65532:65532
RUN NODE_COMPILE_CACHE=/compile-cache node src/main/admin.ts --help > /dev/null \
  && NODE_COMPILE_CACHE=/compile-cache node src/main/loading/run-load.ts

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /runtime /
COPY --from=build /app /app
COPY --from=build --chown=nonroot:nonroot /compile-cache /compile-cache
COPY --from=build --chown=nonroot:nonroot /data /data
WORKDIR /app
USER nonroot
ENV NODE_ENV=production \
  NODE_COMPILE_CACHE=/compile-cache \
  NODE_COMPILE_CACHE_READONLY=1 \
  MALLOC_ARENA_MAX=1 \
  MALLOC_MMAP_THRESHOLD_=131072 \
  MALLOC_TRIM_THRESHOLD_=131072 \
  NODE_OPTIONS=--max-semi-space-size=16 \
  INTERCHANGE_DATA=/data \
  HOST=0.0.0.0 \
  PORT=4000
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s CMD ["/usr/local/bin/node", "bin/healthcheck.mjs"]
ENTRYPOINT ["/usr/local/bin/node"]
CMD ["src/main/server.ts"]

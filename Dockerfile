# One image for every way of running Showwork: `serve` by default, `serve --role web|worker`, or any other command.
# test/packaging/container.test.ts runs each command of this file without an engine, in a copy; therefore those of RUN
# name no absolute path.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build && mkdir data
COPY scripts/sbom.ts ./scripts/
COPY scripts/supply-chain ./scripts/supply-chain
RUN npm run -s sbom > sbom.cdx.json

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
LABEL org.opencontainers.image.title="Showwork" \
      org.opencontainers.image.description="A GitHub App that reviews portfolio repositories" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.source="https://github.com/showwork/showwork" \
      org.opencontainers.image.documentation="https://github.com/showwork/showwork#readme"

# Package managers are for building: what is not there cannot be misused.
WORKDIR /
RUN rm -rf opt/yarn-* usr/local/lib/node_modules usr/local/bin/npm usr/local/bin/npx usr/local/bin/corepack \
      usr/local/bin/yarn usr/local/bin/yarnpkg

WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# What is in here, for whoever has to know: scanners find it by its ending.
COPY --from=build /app/sbom.cdx.json ./
COPY package.json app.yml .env.example ./
COPY models ./models
COPY rubrics ./rubrics
COPY --from=build --chown=1000:1000 /app/data /data

# The user `node` of the base image, by number, so that Kubernetes can tell that it is not root. Nothing outside of
# /data is written, and /data only without a DATABASE_URL: the root file system can be read-only.
USER 1000:1000
# One arena for all threads: each of glibc's own keeps what it once held.
ENV MALLOC_ARENA_MAX=1
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_PATH=/data/showwork.sqlite
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Left to itself V8 clears up later: under load the web process then holds half as much again, and is a tenth faster.
ENTRYPOINT ["node", "--max-semi-space-size=4", "--heap-growing-percent=20", "/app/dist/cli.js"]
CMD ["serve"]

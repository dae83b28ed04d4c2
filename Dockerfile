# Passerelle on a PostgreSQL server of your own: see compose.yaml.
FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node -e "import('/app/server/build-ui.ts').then(({ buildUi }) => buildUi(console.log))" \
  && mkdir -p /data && chown -R node:node /app/ui /data
USER node
ENV HOST=0.0.0.0 PASSERELLE_DATA_DIR=/data
VOLUME /data
EXPOSE 3000
# Not by npm, so that the stop signal reaches the product itself.
CMD ["node", "--max-semi-space-size=8", "scripts/passerelle.mjs", "serve"]

import { readFile } from "node:fs/promises";
import path from "node:path";

const types = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
  ["swagger-ui-standalone-preset.js", "text/javascript; charset=utf-8"],
]);

// The layout that can switch between contracts, without an external validator.
const start = `SwaggerUIBundle({
  urls: [
    { name: "Store API", url: "/openapi.json" },
    { name: "commercetools dialect", url: "/openapi-commercetools.json" },
  ],
  dom_id: "#api",
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  validatorUrl: null,
  deepLinking: true,
  tryItOutEnabled: true,
});`;

/** The page to read and try the APIs: Swagger UI, served by this shop only. */
export const apiPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<main id="api"></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/swagger-ui-standalone-preset.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** Swagger UI writes style attributes, so the page has a policy of its own. */
export const apiPagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A file of the page; null if it does not exist. */
export async function apiPageFile(name: string): Promise<{ type: string; content: BodyInit } | null> {
  if (name === "start.js") return { type: "text/javascript; charset=utf-8", content: start };
  const type = types.get(name);
  if (!type) return null;
  const file = path.join(process.cwd(), "node_modules", "swagger-ui-dist", name);
  return { type, content: new Uint8Array(await readFile(file)) };
}

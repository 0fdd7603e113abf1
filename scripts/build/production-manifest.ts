import * as z from "zod";

// Any may be missing: the checkout may be somebody else's app.
const described = z.object({ name: z.string(), version: z.string(), license: z.string() }).partial();

/** The package.json of the production folder, from that of the checkout. */
export function productionManifest(own: unknown): string {
  const manifest = { ...described.parse(own), private: true, type: "module", engines: { node: ">=20.19" } };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

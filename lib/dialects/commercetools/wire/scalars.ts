import * as z from "zod";
import { line } from "#lib/platform/text.ts";

/** An id, or any other text that names something. */
export const name = line(256);

/** An identifier that the caller chose. */
export const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]{2,256}$/, "2 to 256 letters, digits, hyphens or underscores");

/** A resource identifier: an id or a key, not both. */
export const identifier = z
  .object({ id: name.optional(), key: name.optional() })
  .refine(({ id, key }) => (id === undefined) !== (key === undefined), "Either an id or a key is needed");

/** The version that a change applies to, as wide as its column. */
export const version = z.number().int().min(0).max(2_147_483_647);

import { constant } from "#lib/platform/filter/index.ts";
import { undated } from "../wire/references.ts";

/** The fields of resources that have neither versions nor timestamps. */
export const undatedFields = {
  version: constant("number", String(undated.version)),
  createdAt: constant("date", undated.createdAt),
  lastModifiedAt: constant("date", undated.lastModifiedAt),
};

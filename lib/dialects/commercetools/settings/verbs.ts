import * as z from "zod";
import { anybody, verb } from "#lib/platform/verb/index.ts";

export const settings = {
  /** What this shop does not have. */
  nothing: verb(
    {
      name: "commercetools.nothing",
      who: anybody,
      takes: z.object({}),
      throws: [],
      limits: { none: "reads nothing" },
    },
    () => [],
  ),
};

import * as z from "zod";
import { anybody, verb } from "#lib/platform/verb/index.ts";

type Resource = { id: string; key: string };

export const settings = {
  /** Resources that are the same in every shop: read as they are. */
  constants: verb(
    {
      name: "commercetools.constants",
      who: anybody,
      takes: z.custom<readonly Resource[]>(),
      throws: [],
      limits: { none: "reads nothing" },
    },
    (_ctx, resources) => resources,
  ),
};

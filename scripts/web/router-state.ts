import type { IncomingHttpHeaders } from "node:http";
import * as z from "zod";
import { parseJson } from "#lib/platform/http/parse-json.ts";

const name = "next-router-state-tree";
const kind = z.string().regex(/^(oc|[cd](i\((\.{1,3}|\.\.\)\(\.\.)\))?)$/);
const segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), kind, z.array(z.string()).nullable()]),
]);
const state = z.tuple([
  segment,
  z.record(
    z.string(),
    z.lazy((): z.ZodType => state),
  ),
  z.tuple([z.string(), z.string()]).nullish(),
  z.enum(["refetch", "inside-shared-layout", "metadata-only"]).nullish(),
  z.number().nullish(),
  z.string().optional(),
]);

/** Drops the router state that a browser sends if Next cannot parse it. Next then sends the whole page. */
export function dropUnreadableState(headers: IncomingHttpHeaders): void {
  const claimed = headers[name];
  if (claimed !== undefined && !isReadable(`${claimed}`)) delete headers[name];
}

function isReadable(claimed: string): boolean {
  try {
    return state.safeParse(parseJson(decodeURIComponent(claimed))).success;
  } catch {
    return false;
  }
}

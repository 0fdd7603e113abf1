import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type Reader, readerOf } from "./reader.ts";

/** The reader of the current page or form. A cookie that the action has just set counts already. */
export const currentReader = cache(async (): Promise<Reader> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return readerOf({ cookie: (name) => jar.get(name)?.value, header: (name) => sent.get(name) });
});

import { cookies, headers } from "next/headers";
import { type Reader, readerOf } from "./reader.ts";

/** Whoever looks at the page or posts the form. Once an action has set a cookie, it counts. */
export async function currentReader(): Promise<Reader> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return readerOf({ cookie: (name) => jar.get(name)?.value, header: (name) => sent.get(name) });
}

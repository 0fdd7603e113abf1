import { cookieIn } from "#lib/platform/i18n/reader.ts";
import { cataloguePath, type SearchParams } from "../catalogue/catalogue-query.ts";
import { frameOf } from "../visitor/frame.ts";
import { cartCookie, cartOf, handleOf, sessionOf } from "../visitor/session-cart.ts";
import { readCatalogue } from "./catalogue.ts";
import type { Given } from "./given.ts";
import { readProduct } from "./product.ts";

type Asked = {
  path: string;
  search: URLSearchParams;
  /** Its cookies and credentials. */
  headers: Headers;
};

/** A public page for the visitor of a request. */
type PublicPage = {
  given: Given;
  /** Its path and query, without parameters that it does not read: advertisements add some that never occur twice. */
  address: string;
};

/**
 * Reads all that a public page shows to the visitor of this request. Null for any other page, and for a visitor whose
 * session the page has to extend.
 */
export async function readPublicPage({ path, search, headers }: Asked): Promise<PublicPage | null> {
  const [, slug] = /^\/products\/([\w-]+)$/.exec(path) ?? [];
  if (path !== "/" && slug === undefined) return null;
  const handle = handleOf(cookieIn(headers.get("cookie") ?? "", cartCookie));
  const session = sessionOf(headers, handle);
  const cart = session.then((found) => cartOf(found, handle));
  const [{ actor, isDue }, itsCart, catalogue, product] = await Promise.all([
    session,
    cart,
    slug === undefined ? readCatalogue(paramsOf(search)) : undefined,
    slug === undefined ? undefined : readProduct(slug, () => cart),
  ]);
  if (isDue) return null;
  const given = {
    frame: frameOf(itsCart, actor),
    ...(catalogue && { catalogue }),
    ...(product && { product }),
  };
  return { given, address: catalogue ? cataloguePath(catalogue.query) : path };
}

/** As Next gives them to a page. */
function paramsOf(search: URLSearchParams): SearchParams {
  const names = new Set(search.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const [value, ...more] = search.getAll(name);
      return [name, more.length > 0 ? [value ?? "", ...more] : value];
    }),
  );
}

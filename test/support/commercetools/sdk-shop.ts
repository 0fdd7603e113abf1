import { afterAll, beforeAll } from "vitest";
import { shop } from "#lib/shop.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { serveHttp, type TestServer } from "#test/support/http-server.ts";
import { makeClient, type TestClient } from "./clients.ts";

type Shop = { server: TestServer; host: string; client: TestClient; product: Sellable };

/** Serves the dialect on a port of its own during a file's tests, with a client and a product. */
export function openShop(): () => Shop {
  let open: Shop | undefined;
  beforeAll(async () => {
    const server = await serveHttp(shop.serve);
    const [client, product] = await Promise.all([makeClient(), makeVariant()]);
    open = { server, host: `${server.url}/commercetools`, client, product };
  });
  afterAll(() => open?.server.close());
  return () => {
    if (!open) throw new Error("The shop opens before the first test");
    return open;
  };
}

import { afterAll, beforeAll } from "vitest";
import { handleCommercetools } from "#lib/dialects/commercetools/index.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { serveHttp, type TestServer } from "#test/support/http-server.ts";
import { makeClient, type TestClient } from "./clients.ts";

type Shop = { server: TestServer; host: string; client: TestClient; product: Sellable };

/** The dialect on a port of its own while a file's tests run, with a client and something to buy. */
export function openShop(): () => Shop {
  let shop: Shop | undefined;
  beforeAll(async () => {
    const server = await serveHttp(handleCommercetools);
    const [client, product] = await Promise.all([makeClient(), makeVariant()]);
    shop = { server, host: `${server.url}/commercetools`, client, product };
  });
  afterAll(() => shop?.server.close());
  return () => {
    if (!shop) throw new Error("The shop opens before the first test");
    return shop;
  };
}

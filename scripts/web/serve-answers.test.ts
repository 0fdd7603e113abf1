import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { responseOf } from "#lib/platform/http/index.ts";
import { serve } from "./serve.ts";

/** The address of a server for one test. */
async function listen(onRequest: RequestListener): Promise<string> {
  const server = createServer(onRequest).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test("headers that the web server removed or rewrote are so for routes too, however they read them", async () => {
  const url = await listen((request, response) => {
    delete request.headers.forwarded;
    request.headers["x-forwarded-for"] = "192.0.2.1";
    void serve(request, response, ({ headers }) =>
      Response.json([Object.fromEntries(headers), headers.get("forwarded"), headers.get("x-forwarded-for")]),
    );
  });
  const claims = { forwarded: "for=1.2.3.4", "x-forwarded-for": "1.2.3.4", accept: "a/b" };
  const [all, ...read] = await (await fetch(url, { headers: claims })).json();
  expect(read).toEqual([null, "192.0.2.1"]);
  expect(all).toMatchObject({ accept: "a/b", "x-forwarded-for": "192.0.2.1" });
  expect(all).not.toHaveProperty("forwarded");
});

test("an answer that is ready is sent as the same Response would be", async () => {
  const ready = { status: 201, headers: { "content-type": "text/plain", "x-own": "1" }, body: "für" };
  const bare = { ...ready, body: null };
  const answers = [ready, bare, responseOf(ready), responseOf(bare)];
  const url = await listen((request, response) => {
    void serve(request, response, () => answers[Number(request.url?.slice(1))] ?? new Response());
  });
  const [sent, sentBare, same, sameBare] = await Promise.all(
    answers.map(async (_, index) => {
      const method = index % 2 === 0 ? "GET" : "HEAD";
      const answer = await fetch(`${url}${index}`, { method });
      const { date, ...headers } = Object.fromEntries(answer.headers);
      return {
        status: answer.status,
        headers,
        text: await answer.text(),
      };
    }),
  );
  expect(sent).toMatchObject({ status: 201, text: "für", headers: { "content-length": "4", "x-own": "1" } });
  expect(sent).toEqual(same);
  expect(sentBare).toEqual(sameBare);
});

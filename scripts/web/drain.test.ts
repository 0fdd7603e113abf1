import { once } from "node:events";
import { Agent, createServer, get, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { shutdown } from "#lib/platform/shutdown.ts";
import { until } from "#test/support/until.ts";
import { drain } from "./drain.ts";

// Other test files share the process, which does not end after all.
afterEach(() => {
  shutdown.hasBegun = false;
});

async function slowServer(answerMs: number): Promise<{ server: Server; url: string }> {
  const server = createServer(async (_request, response) => {
    await sleep(answerMs);
    response.end("done");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => server.closeAllConnections());
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("answers in progress are finished, and new connections are refused", async () => {
  const { server, url } = await slowServer(400);
  const asked = once(server, "request");
  const answer = fetch(url).then((response) => response.text());
  await asked;
  const drained = drain(server, 5_000, 0);
  await until(async () => !server.listening);
  await expect(fetch(url)).rejects.toThrow();
  expect(await answer).toBe("done");
  await drained;
});

test("what a balancer still sends is answered, on old and new connections, which end with their answers", async () => {
  const { server, url } = await slowServer(0);
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const ask = async (by?: Agent) => {
    const [response] = await once(get(url, by ? { agent: by } : {}), "response");
    response.resume();
    await once(response, "end");
    return response.headers.connection;
  };
  expect(await ask(agent)).toBe("keep-alive");
  const idle = connect((server.address() as AddressInfo).port, "127.0.0.1");
  await once(idle, "connect");
  const drained = drain(server, 60_000, 60_000);
  expect([await ask(agent), await ask()]).toEqual(["close", "close"]);
  idle.destroy();
  await drained;
  await expect(ask()).rejects.toThrow();
});

test("an idle keep-alive connection does not delay the shutdown", async () => {
  const { server, url } = await slowServer(0);
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const [response] = await once(get(url, { agent }), "response");
  response.resume();
  await once(response, "end");
  const startedAt = Date.now();
  await drain(server, 5_000);
  expect(Date.now() - startedAt).toBeLessThan(4_000);
});

test("answers that exceed the limit are cut off", async () => {
  const { server, url } = await slowServer(10_000);
  const asked = once(server, "request");
  const answer = fetch(url).then(
    () => "answered",
    () => "cut off",
  );
  await asked;
  await drain(server, 200);
  expect(await answer).toBe("cut off");
});

test("the state is reported meanwhile", async () => {
  const { server } = await slowServer(0);
  await drain(server, 100);
  expect(shutdown.hasBegun).toBe(true);
});

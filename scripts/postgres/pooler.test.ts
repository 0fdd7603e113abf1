import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, inject, onTestFinished, test } from "vitest";
import { requireDeclaredPooler } from "./pooler.ts";

const message = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int(body.length + 4), body]);
};
const int = (value: number) => Buffer.from([value >> 24, value >> 16, value >> 8, value]);
const ready = message("Z", Buffer.from("I"));

/** As much of PostgreSQL's protocol as tells a client who it is connected to: `backendOf` decides that at each query. */
async function serve(backendOf: (client: number) => number): Promise<string> {
  let clients = 0;
  const server = createServer((socket: Socket) => {
    const client = ++clients;
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int(0)), message("K", int(client), int(7)), ready]));
      socket.on("data", (sent) => {
        if (String.fromCharCode(sent[0] ?? 0) !== "Q") return;
        const pid = Buffer.from(String(backendOf(client)));
        const column = [
          Buffer.from("pid\0"),
          int(0),
          Buffer.from([0, 0]),
          int(23),
          Buffer.from([0, 4]),
          int(-1),
        ];
        const row = message("D", Buffer.from([0, 1]), int(pid.length), pid);
        const fields = message("T", Buffer.from([0, 1]), ...column, Buffer.from([0, 0]));
        socket.write(Buffer.concat([fields, row, message("C", Buffer.from("SELECT 1\0")), ready]));
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `postgresql://shop:secret@127.0.0.1:${(server.address() as AddressInfo).port}/shop`;
}

const undeclared = (url: string) => ({
  message: `At ${new URL(url).host} is a pooler in transaction mode, such as PgBouncer, and DATABASE_URL does not say so.`,
  remedy: expect.stringMatching(
    /^Add [?&]pgbouncer=true to DATABASE_URL, or use the pooler in session mode\.$/,
  ),
});

test("PostgreSQL itself passes", () => requireDeclaredPooler(inject("testServerUrl")));

test("a pooler in session mode passes", async () => {
  await requireDeclaredPooler(await serve((client) => 1000 + client));
});

test("a pooler that gives two clients the same connection has to be declared", async () => {
  const url = await serve(() => 1000);
  await expect(requireDeclaredPooler(url)).rejects.toMatchObject(undeclared(url));
  await requireDeclaredPooler(`${url}?pgbouncer=true`);
});

test("so does a busy one that gives a client another connection later", async () => {
  let queries = 0;
  const url = `${await serve((client) => 1000 * client + (++queries > 4 ? 1 : 0))}?application_name=shop`;
  await expect(requireDeclaredPooler(url)).rejects.toMatchObject(undeclared(url));
});

test("a server that does not answer passes: processes wait for it by themselves", () =>
  requireDeclaredPooler("postgresql://shop:secret@127.0.0.1:1/shop"));

import { mkdtemp, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { inboxOf } from "./inbox.ts";
import { toMail } from "./mail.ts";
import { openMailbox } from "./open.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A mailbox's REST interface that returns these bodies by path and query. */
async function answering(bodies: Record<string, unknown>): Promise<string> {
  const server = createServer((request, response) => {
    const body = bodies[decodeURIComponent(request.url ?? "")];
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const html =
  '<p>Thanks</p><a class="x" href="https://shop.example/order-status/abc?a=1&amp;b=2">Your order</a>';
const expected = {
  subject: "Order SC-1",
  from: "shop@shop.example",
  html,
  text: "Thanks",
  links: ["https://shop.example/order-status/abc?a=1&b=2"],
};

test("maildev's mails to an address are read, and no others", async () => {
  const to = [{ address: "Ada@mail.example", name: "" }];
  const mail = { id: "m1", subject: "Order SC-1", html, text: "Thanks", from: [{ address: expected.from }] };
  const url = await answering({
    "/api/email?to.address=Ada@mail.example": [
      { ...mail, to },
      { ...mail, to: [{ address: "eve@mail.example" }] },
    ],
  });
  for (const inbox of [url, `maildev+${url}`, `${url}/`]) {
    expect(await openMailbox(inbox).mailsTo("Ada@MAIL.example")).toEqual([{ id: "m1", ...expected }]);
  }
});

test("Mailpit's mails to an address are read, oldest first, and no others", async () => {
  const stored = (ID: string) => ({
    ID,
    Subject: "Order SC-1",
    From: { Name: "Shop", Address: expected.from },
    HTML: html,
    Text: "Thanks",
  });
  const to = (Address: string) => [{ Name: "", Address }];
  const url = await answering({
    '/api/v1/search?query=to:"ada@mail.example"&limit=100': {
      messages: [
        { ID: "new", To: to("ada@mail.example") },
        { ID: "other", To: to("xada@mail.example.org") },
        { ID: "old", To: to("Ada@mail.example") },
      ],
    },
    "/api/v1/message/new": stored("new"),
    "/api/v1/message/old": stored("old"),
  });
  const mails = await openMailbox(`mailpit+${url}`).mailsTo("ada@mail.example");
  expect(mails).toEqual([
    { id: "old", ...expected },
    { id: "new", ...expected },
  ]);
});

test("the .eml files to an address are read, oldest first, and no others", async () => {
  const folder = await mkdtemp(join(tmpdir(), "inbox-"));
  const write = async (name: string, to: string, arrivedAt: number) => {
    const lines = [
      "From: Shop <shop@shop.example>",
      `To: ${to}`,
      "Subject: Order SC-1",
      "MIME-Version: 1.0",
      'Content-Type: multipart/alternative; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Thanks",
      "--b",
      "Content-Type: text/html",
      "",
      html,
      "--b--",
      "",
    ];
    await writeFile(join(folder, name), lines.join("\r\n"));
    await utimes(join(folder, name), arrivedAt, arrivedAt);
  };
  await write("a.eml", "Ada <ada@mail.example>", 2_000);
  await write("b.eml", "ada@mail.example", 1_000);
  await write("c.eml", "eve@mail.example", 1_000);
  await writeFile(join(folder, "notes.txt"), "no mail");
  const mails = await openMailbox(pathToFileURL(folder).href).mailsTo("ADA@mail.example");
  expect(mails.map(({ id }) => id.slice(-5))).toEqual(["b.eml", "a.eml"]);
  expect(mails[0]).toMatchObject({ subject: "Order SC-1", from: expected.from, links: expected.links });
  expect(mails[0]?.text).toContain("Thanks");
});

test("a mail without text has the text of its HTML, and one without HTML the links of its text", () => {
  const mail = { id: "1", subject: "Order SC-1", from: expected.from, html: "", text: "" };
  const style = "<head><style>p { color: red }</style></head>";
  const rich = toMail({
    ...mail,
    html: `${style}<p>Total&nbsp;$1 &amp; <b>paid</b></p><a href='/a?b=1&amp;c'>Look</a>`,
  });
  expect(rich).toMatchObject({ text: "Total $1 & paid Look", links: ["/a?b=1&c"] });
  const plain = toMail({
    ...mail,
    text: "Open https://shop.example/order/abc. Or (https://shop.example/help)!",
  });
  expect(plain.links).toEqual(["https://shop.example/order/abc", "https://shop.example/help"]);
});

test("the error about a missing mail names it, and what came instead", async () => {
  const url = await answering({
    "/api/email?to.address=ada@mail.example": [
      { id: "m1", subject: "Hello", to: [{ address: "ada@mail.example" }] },
    ],
  });
  const wait = inboxOf(openMailbox(url), 1).waitForMail({ to: "ada@mail.example", subject: "Order" });
  await expect(wait).rejects.toThrow("No mail to ada@mail.example about Order within 1 ms; there was Hello.");
});

test.each(["imap://mail.example", "localhost:1080", "somewhere", "file:mails", "maildev+localhost:1080"])(
  "%s is of no known kind, which the error says with those that are",
  (inbox) => {
    const message = `INBOX is of no known kind: ${inbox}. Give maildev+http://…, mailpit+http://… or file:///…`;
    expect(() => openMailbox(inbox)).toThrow(message);
  },
);

test("the error about a mailbox that cannot be read names INBOX", async () => {
  const url = await answering({ "/api/email?to.address=ada@mail.example": { html: "another program" } });
  const read = (inbox: string) => openMailbox(inbox).mailsTo("ada@mail.example");
  await expect(read(url)).rejects.toThrow(`${url} answers 200, but not as the mailbox that INBOX names.`);
  await expect(read(`mailpit+${url}`)).rejects.toThrow(`${url} answers 404, but not as the mailbox`);
  for (const stop of stops.splice(0)) stop();
  for (const kind of ["maildev", "mailpit"])
    await expect(read(`${kind}+${url}`)).rejects.toThrow(`No mailbox answers at ${url}. Start it`);
  await expect(read("file:///no/such/folder")).rejects.toThrow("cannot be read: /no/such/folder");
});

import { createElement } from "react";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#lib/platform/ids.ts";
import { type SmtpSink, startSmtpSink } from "#test/mail/smtp-sink.ts";

let sink: SmtpSink = await startSmtpSink();
const { port } = sink;
// The configuration is read at the first import of whatever needs it.
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
const { db } = await import("#lib/platform/db.ts");
const { sendOnce } = await import("./send-once.ts");
const { messageIdOf } = await import("./send-mail.ts");
const { mailer } = await import("./mailer.ts");
await import("#lib/shop.ts");

let id = "";
beforeEach(() => {
  id = `order.${newId()}.confirmation.v1`;
});
afterEach(() => {
  sink.received.length = 0;
  sink.plan.length = 0;
});
afterAll(async () => {
  mailer.get().close();
  await sink.stop();
});

function send(mailId = id): Promise<void> {
  return sendOnce({
    id: mailId,
    to: { name: null, address: "maren@example.com" },
    subject: "Your order is in",
    body: createElement("p", null, "Hello"),
  });
}

function acceptedIds(): (string | undefined)[] {
  return sink.received.map(({ parsed }) => parsed.messageId);
}

const messageId = () => messageIdOf({ id });
const noted = () => db.outgoingMail.findUnique({ where: { messageId: messageId() } });

describe("a mail goes out once", () => {
  test("asked for twice, one after the other", async () => {
    await send();
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
    expect(await noted()).toMatchObject({ sentAt: expect.any(Date), leasedUntil: null });
  });

  test("asked for a hundred times at once", async () => {
    await Promise.all(Array.from({ length: 100 }, () => send()));
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  test("asked for a hundred times at once while the server has a bad moment", async () => {
    sink.plan.push("try-later", "lose", "try-later");
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => send()));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(3);
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  test("and another mail is not held back by it", async () => {
    const other = `order.${newId()}.placed.v1`;
    await Promise.all([send(), send(other), send(), send(other)]);
    expect(acceptedIds().sort()).toEqual([`<${messageId()}>`, `<${messageIdOf({ id: other })}>`].sort());
  });
});

describe("a server that fails loses no mail and doubles none", () => {
  test("nobody listens for a while", async () => {
    await sink.stop();
    await expect(send()).rejects.toThrow();
    await expect(send()).rejects.toThrow();
    expect(await noted()).toMatchObject({ sentAt: null, leasedUntil: null });
    sink = await startSmtpSink(port);
    await send();
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  // A closed line before the greeting is tried again by the transport itself, up to five times.
  test("it turns connections away with 421", async () => {
    await dropConnections();
    sink.plan.push("turn-away");
    await expect(send()).rejects.toThrow();
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  test("it says 451 after the mail", async () => {
    sink.plan.push("try-later");
    await expect(send()).rejects.toThrow("451");
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  test("it hangs up after the mail and has not kept it", async () => {
    sink.plan.push("lose");
    await expect(send()).rejects.toThrow();
    expect(acceptedIds()).toEqual([]);
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  // SMTP has no transaction: nobody can tell this from the case before. The second copy has the same
  // Message-ID, by which mail programs know it for one.
  test("it keeps the mail and its yes is lost: the copy that follows is the same mail", async () => {
    sink.plan.push("keep-in-silence");
    await expect(send()).rejects.toThrow();
    await send();
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`, `<${messageId()}>`]);
  });
});

describe("a sender that died", () => {
  test("its mail is left alone during the lease and sent after it", async () => {
    await db.outgoingMail.create({
      data: { messageId: messageId(), leasedUntil: new Date(Date.now() + 700) },
    });
    const sending = send();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(acceptedIds()).toEqual([]);
    await sending;
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });
});

/** Makes the transport greet anew: the server closes what stands open. */
async function dropConnections(): Promise<void> {
  await sink.stop();
  sink = await startSmtpSink(port);
}

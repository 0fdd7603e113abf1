import { createElement } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, frequent } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { openInbox } from "#test/support/inbox.ts";
import { messageIdOf } from "./send-mail.ts";
import { sendOnce } from "./send-once.ts";
import { isUndeliverable } from "./undeliverable-mail.ts";

const inbox = await openInbox();

let id = "";
beforeEach(() => {
  id = `order.${newId()}.confirmation.v1`;
});
afterEach(() => {
  inbox.received.length = 0;
  inbox.plan.length = 0;
});

function send(mailId = id, address = "maren@example.com"): Promise<void> {
  return sendOnce({
    id: mailId,
    to: { name: null, address },
    subject: "Your order is in",
    body: createElement("p", null, "Hello"),
  });
}

function acceptedIds(): (string | undefined)[] {
  return inbox.received.map(({ parsed }) => parsed.messageId);
}

const messageId = () => messageIdOf({ id });
const noted = () => db.outgoingMail.findUnique({ where: { messageId: messageId() } });

describe("a mail is sent once", () => {
  test("if it is requested twice in a row", async () => {
    await send();
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
    expect(await noted()).toMatchObject({ sentAt: expect.any(Date), leasedUntil: null });
  });

  test("if the database goes away between the server's answer and our record of it", async () => {
    let records = 0;
    const query = frequent.query.bind(frequent);
    const away = vi.spyOn(frequent, "query").mockImplementation(((statement: { text: string }) => {
      const isAway = statement.text.includes("set sent_at") && ++records <= 2;
      return isAway ? Promise.reject(new Error("The database is away")) : query(statement);
    }) as typeof frequent.query);
    await send();
    await send();
    away.mockRestore();
    expect(records).toBe(3);
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
    expect(await noted()).toMatchObject({ sentAt: expect.any(Date), leasedUntil: null });
  });

  test("if it is requested a hundred times at once", async () => {
    await Promise.all(Array.from({ length: 100 }, () => send()));
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  test("if it is requested a hundred times at once and the server fails at first", async () => {
    inbox.plan.push("try-later", "lose", "try-later");
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => send()));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(3);
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  test("and does not delay another mail", async () => {
    const other = `order.${newId()}.placed.v1`;
    await Promise.all([send(), send(other), send(), send(other)]);
    expect(acceptedIds().sort()).toEqual([`<${messageId()}>`, `<${messageIdOf({ id: other })}>`].sort());
  });
});

describe("a failing server neither loses nor duplicates a mail", () => {
  test("it is down for a while", async () => {
    await inbox.stop();
    await expect(send()).rejects.toThrow();
    await expect(send()).rejects.toThrow();
    expect(await noted()).toMatchObject({ sentAt: null, leasedUntil: null });
    await inbox.start();
    await send();
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  // The transport itself retries a connection that closes before the greeting, up to five times.
  test("it rejects connections with 421", async () => {
    await dropConnections();
    inbox.plan.push("turn-away");
    await expect(send()).rejects.toThrow();
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  test("it answers 451 after the mail", async () => {
    inbox.plan.push("try-later");
    await expect(send()).rejects.toThrow("451");
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  test("it answers 450 to an address that it does not know yet", async () => {
    inbox.plan.push("greylist");
    await expect(send()).rejects.not.toSatisfy(isUndeliverable);
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  test("it disconnects after the mail without having stored it", async () => {
    inbox.plan.push("lose");
    await expect(send()).rejects.toThrow();
    expect(acceptedIds()).toEqual([]);
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });

  // SMTP has no transactions, so this looks the same as the case before. The second copy has the same Message-ID, by
  // which mail programs recognize the duplicate.
  test("it stores the mail and its answer is lost: the copy has the same Message-ID", async () => {
    inbox.plan.push("keep-in-silence");
    await expect(send()).rejects.toThrow();
    await send();
    await send();
    expect(acceptedIds()).toEqual([`<${messageId()}>`, `<${messageId()}>`]);
  });
});

describe("a mail is undeliverable", () => {
  test.each(["unknown-recipient", "refuse"] as const)(
    "if the server refuses it for good: %s",
    async (fault) => {
      inbox.plan.push(fault);
      await expect(send()).rejects.toSatisfy(isUndeliverable);
      // An operator who has corrected what was wrong has it sent again.
      await send();
      expect(acceptedIds()).toEqual([`<${messageId()}>`]);
    },
  );

  test("if its address cannot exist", async () => {
    await expect(send(id, "someone@guest.invalid")).rejects.toSatisfy(isUndeliverable);
  });

  test("but not if the server refuses every mail: an operator can change that", async () => {
    inbox.plan.push("relay-denied");
    await expect(send()).rejects.not.toSatisfy(isUndeliverable);
  });
});

describe("a sender that crashed", () => {
  test("its mail is left alone during the lease and sent afterwards", async () => {
    const leasedUntil = new Date(Date.now() + 700);
    await db.outgoingMail.create({ data: { messageId: messageId(), leasedUntil } });
    await send();
    expect(Date.now()).toBeGreaterThanOrEqual(leasedUntil.getTime());
    expect(acceptedIds()).toEqual([`<${messageId()}>`]);
  });
});

/** Makes the transport reconnect by closing its connections on the server. */
async function dropConnections(): Promise<void> {
  await inbox.stop();
  await inbox.start();
}

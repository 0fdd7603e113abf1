import fc from "fast-check";
import { createElement } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import type { Received } from "#test/mail/smtp-sink.ts";
import { anyText } from "#test/support/any-text.ts";
import { openInbox } from "#test/support/inbox.ts";
import { quickly } from "#test/support/quickly.ts";
import type { Mail } from "./send-mail.ts";
import { sendMail } from "./send-mail.ts";

const inbox = await openInbox();

beforeEach(() => {
  inbox.received.length = 0;
});

const mail: Mail = {
  id: "order.0199d3a0.confirmation.v1",
  to: { name: "Maren Oduya", address: "maren@example.com" },
  subject: "Your order SC-7K2M9QXA is in",
  body: createElement("p", null, "Hello"),
};

async function sent(changes: Partial<Mail>): Promise<Received> {
  await sendMail({ ...mail, ...changes });
  const [received] = inbox.received;
  if (!received) throw new Error("Nothing came");
  return received;
}

function header(received: Received, name: string): string[] {
  return received.parsed.headers.filter((line) => line.key === name.toLowerCase()).map((line) => line.value);
}

describe("the headers of a mail", () => {
  test("it has one stable Message-ID, and is marked as auto-generated", async () => {
    const received = await sent({});
    expect(header(received, "Message-ID")).toEqual(["<order.0199d3a0.confirmation.v1@saltmarsh.example>"]);
    expect(header(received, "Auto-Submitted")).toEqual(["auto-generated"]);
    expect(header(received, "Subject")).toEqual(["Your order SC-7K2M9QXA is in"]);
    expect(header(received, "X-Mailer")).toEqual([]);
    expect(received.parsed.from).toEqual({ address: "shop@saltmarsh.example", name: "Saltmarsh" });
    expect(received.parsed.to).toEqual([{ address: "maren@example.com", name: "Maren Oduya" }]);
    expect(received.from).toBe("shop@saltmarsh.example");
  });

  test("it has a text part, an HTML part and no attachment", async () => {
    const { parsed } = await sent({});
    expect(parsed.text?.trim()).toBe("Hello");
    expect(parsed.html).toContain("<p>Hello</p>");
    expect(parsed.attachments).toEqual([]);
  });

  test("an international domain is sent in ASCII", async () => {
    const received = await sent({ to: { name: null, address: "a@bücher.example" } });
    // The inbox decodes the envelope's domain.
    expect(received.raw).toMatch(/^To: a@xn--bcher-kva\.example\r$/m);
  });

  test("an id cannot break out of the Message-ID", async () => {
    await expect(sendMail({ ...mail, id: "a>\r\nBcc: x@evil.example" })).rejects.toThrow("A mail's id");
    expect(inbox.received).toEqual([]);
  });
});

describe("only a single plain mailbox is accepted as the recipient", () => {
  const refused = {
    "an anonymous user's": "0199d3a0@anonymous.placeholder.invalid",
    "in capitals": "someone@MAIL.INVALID",
    "a quoted local part": '"a@evil.example x"@ok.example',
    "a comment": "user@ok(comment)evil.example",
    "angle brackets": "<victim@example.com>",
    "a name": "Name <victim@example.com>",
    "a comma": "a@ok.example, b@evil.example",
    "a semicolon": "a@ok.example;b@evil.example",
    "a space": "a@ok.example b@evil.example",
    "a line break": "a@ok.example\r\nRCPT TO:<b@evil.example>",
    "a null": "a@ok.example\u0000",
    "a line separator": "a@ok.example\u2028b@evil.example",
    "non-ASCII letters before the @": "bücher@ok.example",
    "a group": "group: a@ok.example;",
    "10 KB": `${"a".repeat(10_000)}@ok.example`,
    "a thousand at once": Array.from({ length: 1_000 }, (_, index) => `user${index}@evil.example`).join(","),
    nothing: "",
  };
  test.each(Object.entries(refused))("%s", async (_, address) => {
    const send = () => sendMail({ ...mail, to: { name: null, address } });
    await quickly(() => expect(send()).rejects.toThrow("Refused to mail"));
    expect(inbox.received).toEqual([]);
  });
});

describe("a name or a subject cannot add a recipient or a header", () => {
  const usual = new Set([
    "from",
    "to",
    "subject",
    "message-id",
    "date",
    "mime-version",
    "content-type",
    "auto-submitted",
  ]);
  const hostile = {
    "CR and LF": "Eve\r\nBcc: victim@evil.example",
    "LF alone": "Eve\nRCPT TO:<victim@evil.example>",
    "the end of the headers": "Eve\r\n\r\n<h1>Body</h1>",
    "NUL, NEL and a line separator": "Eve\u0000\u0085\u2028Bcc: victim@evil.example",
    "a closing quote": 'Eve" <victim@evil.example>, "Mallory',
    "an address": "<victim@evil.example>",
    "an address and a comma": "victim@evil.example,",
    "an encoded word": "=?utf-8?Q?Eve=0D=0ABcc:_victim@evil.example?=",
    "a comment and a group": "(comment) Eve; victim@evil.example",
    "a thousand addresses": Array.from({ length: 1_000 }, (_, index) => `user${index}@evil.example`).join(
      ", ",
    ),
    "a direction override": "\u202Egro.live@eve",
  };

  async function expectHarmless(given: string): Promise<void> {
    inbox.received.length = 0;
    const { recipients, parsed } = await sent({
      to: { name: given, address: "maren@example.com" },
      subject: given,
    });
    expect(inbox.received).toHaveLength(1);
    expect(recipients).toEqual(["maren@example.com"]);
    expect(parsed.to?.map((to) => to.address)).toEqual(["maren@example.com"]);
    expect([parsed.cc, parsed.bcc, parsed.replyTo]).toEqual([undefined, undefined, undefined]);
    expect(parsed.headers.map((line) => line.key).filter((key) => !usual.has(key))).toEqual([]);
    expect(parsed.text?.trim()).toBe("Hello");
    expect(`${parsed.subject}${parsed.to?.[0]?.name}`).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E]/u);
  }

  test.each(Object.entries(hostile))("%s", (_, given) => expectHarmless(given));

  test("any text", async () => {
    const pieces = [
      "\r\n",
      "\n",
      "\0",
      "\u2028",
      "\u202E",
      '"',
      "\\",
      "<",
      ">",
      ",",
      ";",
      ":",
      "@",
      "=?utf-8?B?",
      "?=",
      "(",
      "Bcc: ",
      "a@b.example",
      " ",
      "é",
      "🧺",
      "\ud800",
    ];
    const typed = fc
      .array(fc.oneof(fc.constantFrom(...pieces), anyText()), { maxLength: 20 })
      .map((parts) => parts.join(""));
    // Whatever is drawn, each piece is sent once.
    await fc.assert(fc.asyncProperty(typed, expectHarmless), { numRuns: 100, examples: [[pieces.join("")]] });
  });
});

import { expect, test } from "vitest";
import { mailer, smtpMailer } from "#lib/mail/index.ts";
import { env } from "#lib/platform/env.ts";
import { newId } from "#lib/platform/ids.ts";
import { freePort } from "#scripts/process/free-port.ts";
import { openInbox } from "#test/support/inbox.ts";
import { mailVerification, requireMail } from "./account-mails.ts";

const inbox = await openInbox();
const addressee = () => {
  const id = newId();
  return { user: { id, name: "Ada", email: `${id}@mail.example` }, token: "token" };
};

test("a mail server that is down fails no sign-up, but somebody who asks for a mail is told", async () => {
  const before = mailer.get();
  mailer.provide(smtpMailer({ url: `smtp://127.0.0.1:${await freePort()}`, from: env.MAIL_FROM }));
  await mailVerification(addressee());
  await expect(requireMail(() => mailVerification(addressee()))).rejects.toMatchObject({
    code: "unavailable",
    details: { mail: true },
  });
  mailer.provide(before);
  const reached = addressee();
  await requireMail(() => mailVerification(reached));
  await inbox.mailTo(reached.user.email);
});

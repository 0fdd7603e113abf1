import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messagesIn } from "#lib/platform/i18n/messages.ts";
import { TryLater } from "./try-later.tsx";

test("after too many opened links, the page has a button that opens this one again", () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messagesIn("en")}>
      <TryLater words={["Wait."]} here="/order-status/abc" />
    </NextIntlClientProvider>,
  );
  expect(html).toMatch(/<a [^>]*href="\/order-status\/abc"[^>]*>Open it again/);
});

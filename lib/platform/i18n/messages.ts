import { type Language, languages } from "./languages.ts";

export type Messages = {
  account: typeof import("./messages/en/account.json");
  accountMail: typeof import("./messages/en/account-mail.json");
  mail: typeof import("./messages/en/mail.json");
  shop: typeof import("./messages/en/shop.json");
};

/** All text that people see, by language. */
const byLanguage = new Map<Language, Messages>(
  await Promise.all(languages.map(async (language) => [language, await read(language)] as const)),
);

/** All messages in a language. */
export function messagesIn(language: Language): Messages {
  const messages = byLanguage.get(language);
  if (!messages) throw new Error(`There are no messages in ${language}`);
  return messages;
}

async function read(language: Language): Promise<Messages> {
  const file = async (name: string) =>
    (await import(`./messages/${language}/${name}.json`, { with: { type: "json" } })).default;
  const [account, accountMail, mail, shop] = await Promise.all(
    ["account", "account-mail", "mail", "shop"].map(file),
  );
  return { account, accountMail, mail, shop };
}

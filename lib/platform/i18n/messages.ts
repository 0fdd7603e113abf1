import account from "./messages/en/account.json" with { type: "json" };
import accountMail from "./messages/en/account-mail.json" with { type: "json" };
import mail from "./messages/en/mail.json" with { type: "json" };
import shop from "./messages/en/shop.json" with { type: "json" };

/** Every word that is shown to a person. */
export const messages = { account, accountMail, mail, shop };
export const locale = "en";

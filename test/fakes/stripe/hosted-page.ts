import { type CardNumber, cardNumbers, cards } from "./cards.ts";
import type { Line, Session } from "./state.ts";

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1a1f36;background:#f7f8fa}
main{max-width:26rem;margin:2rem auto;padding:1.5rem;background:#fff;border:1px solid #e3e8ee;border-radius:.5rem}
h1{font-size:1.75rem;margin:.25rem 0 1rem}table{width:100%;border-collapse:collapse;margin-bottom:1.5rem}
td,th{padding:.25rem 0;text-align:left;font-weight:400}td{text-align:right}tr:last-child>*{font-weight:600;border-top:1px solid #e3e8ee}
fieldset{border:0;padding:0;margin:0 0 1rem}legend{font-weight:600;padding:0}label{display:block;padding:.375rem 0}
small{color:#5a6478}button{font:inherit;width:100%;padding:.625rem;margin-bottom:.5rem;border:0;border-radius:.375rem;background:#0055bc;color:#fff}
button.second{background:#fff;color:#1a1f36;border:1px solid #a3acba}[role=alert]{color:#b3093c}.test{font-size:.875rem;color:#7a4d00}`;

export function payPage(session: Session, lines: readonly Line[], alert?: string): string {
  const money = writer(session);
  const discount = session.total_details?.amount_discount ?? 0;
  const shipping = session.shipping_cost;
  const rows = [
    ...lines.map((line) => [`${line.description} × ${line.quantity}`, money(line.amount_total)]),
    ...(discount ? [["Discount", `−${money(discount)}`]] : []),
    ...(shipping ? [["Shipping", money(shipping.amount_total)]] : []),
    ["Total due", money(session.amount_total)],
  ];
  const hasDebit = !session.excluded_payment_method_types?.includes("sepa_debit");
  const offered = cardNumbers.filter((number) => hasDebit || cards[number].does !== "debit");
  return page(
    "Pay",
    `<h1>${money(session.amount_total)}</h1>
<table>${rows.map(([name = "", sum = ""]) => `<tr><th scope="row">${asText(name)}</th><td>${sum}</td></tr>`).join("")}</table>
${alert ? `<p role="alert">${asText(alert)}</p>` : ""}
<form method="post" action="/c/pay/${session.id}">
<p>Receipt to: ${asText(session.customer_email ?? "nobody")}</p>
<fieldset><legend>Card</legend>${offered.map(choice).join("")}</fieldset>
<button>Pay</button>
</form>
${session.cancel_url ? `<a href="${asText(session.cancel_url)}">Back to the shop</a>` : ""}`,
  );
}

export function secondStepPage(session: Session): string {
  return page(
    "Second step",
    `<h1>Your bank asks</h1>
<p>Do you want to pay ${writer(session)(session.amount_total)}?</p>
<form method="post"><button name="answer" value="yes">Complete</button><button class="second" name="answer" value="no">Fail</button></form>`,
  );
}

export function closedPage(session: Session): string {
  const words =
    session.status === "complete"
      ? ["All done here", "You have paid already, or a payment is under way."]
      : ["This page has expired", "Nothing was charged. Go back to the shop to try again."];
  return page(words[0] ?? "", `<h1>${words[0]}</h1><p>${words[1]}</p>`);
}

export function notFoundPage(): string {
  return page("Not found", "<h1>Not found</h1>");
}

function choice(number: CardNumber, index: number): string {
  return `<label><input type="radio" name="card" value="${number}"${index === 0 ? " checked" : ""}> ${cards[number].title}<br><small>${number.replace(/(\d{4})(?=\d)/g, "$1 ")}</small></label>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Fake Stripe</title><link rel="icon" href="data:,"><style>${style}</style></head><body><main>
<p class="test">Fake Stripe: no money moves.</p>${body}</main></body></html>`;
}

/** Formats Stripe's amounts. Unlike Intl, Stripe has two decimals for the krona and the shilling. */
function writer({ currency }: Session): (amount: number) => string {
  const code = currency.toUpperCase();
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency: code });
  const zeroDecimals = "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" ");
  const digits = zeroDecimals.includes(code) ? 0 : "BHD JOD KWD OMR TND".includes(code) ? 3 : 2;
  return (amount) => asText(format.format(amount / 10 ** digits));
}

function asText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

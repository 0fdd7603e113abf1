/** How an order or a payment is named. */
export const howToName =
  "An order is named by its number, such as SC-7K2M9QX0, a payment without an order by its id.";

/** How the payments' program is used. `program` is how it was started. */
export function paymentsUsage(program: string): string {
  return [
    `${program} show <order>               shows what was paid, what was refunded and what is due`,
    `${program} refund <order> [amount]    refunds all that is left, or an amount such as 12.50`,
    `${program} capture <order>            captures what is authorized, or records that the money arrived`,
    `${program} received <order>           records that the buyer paid another way, after an authorization lapsed`,
    `${program} release <order>            gives up what is authorized`,
    `${program} cancel <order>             cancels the order, and returns its money`,
    howToName,
  ].join("\n");
}

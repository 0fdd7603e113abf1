/** What a shopper reads: beside the way to pay, on Stripe's page, and when nothing came of it. */
export const words = {
  title: "Card or wallet",
  hint: "You pay on Stripe's page and come back here.",
  total: "Your order",
  tax: "Tax",
  discount: "Discount",
  declined: "The payment was declined.",
  notThisAmount: "This amount cannot be paid by card. Please choose another way to pay.",
};

/** What a shopper reads in the shop: beside the way to pay, and when nothing came of it. */
export const words = {
  title: "Card or wallet",
  hint: "You pay on Stripe's page and come back here.",
  declined: "The payment was declined.",
  notThisAmount: "This amount cannot be paid by card. Please choose another way to pay.",
};

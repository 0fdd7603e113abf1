import type { PaymentProvider } from "./authorizing.ts";

/** Bank transfer: the order waits until somebody sees the money on the account. */
export const manual: PaymentProvider = {
  id: "manual",
  title: "Bank transfer",
  methods: [{ id: "bank_transfer", title: "Bank transfer" }],
  confirmsOrder: false,
  authorize: async () => ({ status: "pending", reference: null }),
  release: async () => {},
};

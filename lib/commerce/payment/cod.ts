import type { PaymentProvider } from "./authorizing.ts";

/** Cash on delivery: the order goes out at once and is paid at the door. */
export const cod: PaymentProvider = {
  id: "cod",
  title: "Cash on delivery",
  methods: [{ id: "cash", title: "Cash on delivery" }],
  confirmsOrder: true,
  authorize: async () => ({ status: "pending", reference: null }),
  release: async () => {},
};

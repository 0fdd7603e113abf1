export type PaymentMethod = { id: string; title: string };

export type PaymentRequest = {
  /** Names the attempt: a provider answers a repeated key with the first answer and takes the money once. */
  key: string;
  /** Minor units. */
  amount: number;
  currency: string;
  method: string;
};

export type PaymentOutcome =
  | { status: "pending" | "authorized" | "paid"; reference: string | null }
  | { status: "declined"; reason: string };

/** What a way to pay has to offer. A shop adds its own beside these and lists it in providers.ts. */
export type PaymentProvider = {
  id: string;
  title: string;
  /** The first one is taken when a caller names none. */
  methods: readonly [PaymentMethod, ...PaymentMethod[]];
  /** Whether an order stands as soon as this provider said yes; otherwise it waits for the money. */
  confirmsOrder: boolean;
  authorize(request: PaymentRequest): Promise<PaymentOutcome>;
  /** Lets go of an authorization whose order could not be placed, or was cancelled. */
  release(reference: string): Promise<void>;
};

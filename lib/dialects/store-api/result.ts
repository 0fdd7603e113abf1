type Metadata = { total: number; limit: number; offset: number };

/** What a store route gives back; the dialect puts the envelope around it. */
export type StoreResult<Data = unknown> = {
  data: Data;
  /** The token of the cart that was used, sent back as x-cart-token. */
  cartToken?: string;
  page?: Metadata;
  /** The answer was given before, to the same Idempotency-Key or for the same cart. */
  replayed?: boolean;
};

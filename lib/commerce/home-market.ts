/**
 * The market of shoppers who name none: the currency and country of their prices, and the first country in lists. The
 * demo's shipping methods, the tax table and the warehouse (lib/commerce/shipping) have countries of their own.
 */
export const homeMarket = { currency: "USD", country: "US" } as const;

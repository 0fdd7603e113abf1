/** What a user's row says of the person, taken out; the merchant's own names for a customer are not the person's. */
export const nameless = { name: "", firstName: null, lastName: null, profile: {}, image: null } as const;

/** Clears the personal data of a user's row. The merchant's own identifiers of a customer are not personal data. */
export const erasedUser = { name: "", firstName: null, lastName: null, profile: {}, image: null } as const;

/** The address of a deleted account's row, which nobody can have. */
export function deletedAddress(userId: string): string {
  return `deleted-${userId}@deleted.invalid`;
}

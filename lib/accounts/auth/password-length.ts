/** How long a password is, in characters. */
export const passwordLength = { min: 8, max: 128 } as const;

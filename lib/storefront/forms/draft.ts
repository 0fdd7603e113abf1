/** The answer to a section of the checkout that is being filled in. It never blocks the shopper. */
export type Draft = {
  /** The errors so far, by field name. */
  error: Record<string, string[] | null>;
  /** Whether the whole section is valid and stored. */
  kept: boolean;
  /** Values for empty fields that follow from other fields. */
  filled?: Record<string, string>;
  /** The value that was probably meant, and the question about it. */
  meant?: { name: string; value: string; words: string };
};

export type DraftAction = (form: FormData) => Promise<Draft>;

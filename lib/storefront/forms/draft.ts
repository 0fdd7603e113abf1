/** The answer to a section of the checkout that is being filled in. Nothing in it blocks anything. */
export type Draft = {
  /** What is wrong by now, by field name. */
  error: Record<string, string[] | null>;
  /** Whether the whole of it is valid and stored. */
  kept: boolean;
  /** Values for fields that are empty, told by others. */
  filled?: Record<string, string>;
  /** A value that was probably meant, and how to ask. */
  meant?: { name: string; value: string; words: string };
};

export type DraftAction = (form: FormData) => Promise<Draft>;

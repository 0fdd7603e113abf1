import * as z from "zod";

const decimal = /^\d{1,15}$/;

/** Digits of a query as a number. Any other text stays text, which is no number: "", "0x5", "1e1", " 5". */
function whole({ from: minimum, to: maximum, otherwise }: { from: number; to: number; otherwise: number }) {
  const error = `A whole number from ${minimum} to ${maximum}`;
  return z
    .preprocess(
      (value) => (typeof value === "string" && decimal.test(value) ? Number(value) : value),
      z.int({ error }).min(minimum, { error }).max(maximum, { error }),
    )
    .default(otherwise)
    .meta({ override: { type: "integer", minimum, maximum, default: otherwise } });
}

/** A part of a list: how many entries at most, and how many to skip before them. */
export const paging = {
  limit: whole({ from: 1, to: 100, otherwise: 20 }),
  offset: whole({ from: 0, to: 10_000, otherwise: 0 }),
};

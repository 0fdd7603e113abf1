import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { shoppersAndPrograms, verb } from "#lib/platform/verb/index.ts";
import type { Named } from "./guest.ts";
import type { CustomerDraft } from "./schemas.ts";
import { type LogIn, logIn, register } from "./sign-in.ts";

const tries = {
  who: shoppersAndPrograms,
  limits: [acts.useCredentials],
  about: ({ email }: { email: string }) => ({ email }),
} as const;

/** Sign-up and sign-in of this dialect: they convert the former guest and start no session. */
export const signIns = {
  register: verb(
    {
      ...tries,
      name: "commercetools.register",
      takes: z.custom<CustomerDraft & Named>(),
      throws: ["already_taken", "bad_request"],
    },
    register,
  ),
  logIn: verb(
    { ...tries, name: "commercetools.log-in", takes: z.custom<LogIn>(), throws: ["bad_request"] },
    logIn,
  ),
};

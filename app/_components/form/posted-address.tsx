"use client";

import { createContext } from "react";
import type { FormState } from "#lib/storefront/forms/form-action.ts";

/** What the surrounding form's last answer says about addresses: the fields of posted countries, the list of countries. */
export const PostedAddress = createContext<Pick<NonNullable<FormState>, "layouts" | "countries">>({});

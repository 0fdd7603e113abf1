"use client";

import { createContext } from "react";
import type { AddressLayout } from "#lib/storefront/forms/address-layout.ts";

/** The address fields of the countries in the surrounding form's last post. */
export const PostedLayouts = createContext<AddressLayout[]>([]);

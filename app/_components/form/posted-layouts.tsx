"use client";

import { createContext } from "react";
import type { AddressLayout } from "#lib/storefront/address-layout.ts";

/** The address fields of the countries that the form around was last posted with. */
export const PostedLayouts = createContext<AddressLayout[]>([]);

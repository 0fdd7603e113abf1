"use client";

import { createContext } from "react";

/** Whether the form around is on its way. */
export const Pending = createContext(false);

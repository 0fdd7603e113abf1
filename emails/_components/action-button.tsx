import { Button, Link, Text } from "react-email";
import { colors, sans, small } from "./theme.ts";
import type { Action } from "./types.ts";

/** The mail's call to action. */
export function ActionButton({ action }: { action: Action }) {
  return (
    <Button href={action.url} className="m-button" style={button}>
      {action.label}
    </Button>
  );
}

/** The button's URL in full. The text part already has it next to the button's label. */
export function ActionAddress({ action }: { action: Action }) {
  return (
    <div data-skip-in-text="true">
      <Text className="m-muted" style={{ ...small, fontSize: "13px", lineHeight: "20px" }}>
        {action.fallback}
        <br />
        <Link href={action.url} className="m-link" dir="ltr" style={address}>
          {action.url}
        </Link>
      </Text>
    </div>
  );
}

const button = {
  padding: "18px 40px",
  borderRadius: "8px",
  backgroundColor: colors.marsh,
  color: colors.paper,
  fontFamily: sans,
  fontSize: "17px",
  fontWeight: 600,
  textAlign: "center",
} as const;

const address = { color: colors.marsh, textDecoration: "underline", wordBreak: "break-all" } as const;

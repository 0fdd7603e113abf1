import type { ReactNode } from "react";
import { Body, Container, Head, Html, Link, Text } from "react-email";
import { LayoutTable } from "./layout-table.tsx";
import { Part } from "./part.tsx";
import { Preheader } from "./preheader.tsx";
import { colors, endOf, rule, serif, small, styleSheet } from "./theme.ts";
import type { Frame } from "./types.ts";

/** The layout of every mail: the shop's name at the top, the reason for the mail at the bottom. */
export function MailFrame({ frame, children }: { frame: Frame; children: ReactNode }) {
  return (
    <Html lang={frame.language} dir={frame.direction}>
      <Head>
        <title>{frame.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* Stops mail programs from turning dates, numbers and addresses into links. */}
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <style>{styleSheet}</style>
      </Head>
      <Body
        lang={frame.language}
        dir={frame.direction}
        className="m-page"
        style={{ margin: 0, backgroundColor: colors.page }}
      >
        <Preheader>{frame.preheader}</Preheader>
        <LayoutTable className="m-page" style={{ backgroundColor: colors.page }}>
          <tr>
            <td className="m-outer" style={{ padding: "32px 16px" }}>
              <Container className="m-card" style={sheet}>
                <Tideline />
                <Masthead frame={frame} />
                {children}
                <Part top={0} bottom={36}>
                  {frame.footer.map((line) => (
                    <Text key={line} className="m-muted" style={footnote}>
                      {line}
                    </Text>
                  ))}
                </Part>
              </Container>
            </td>
          </tr>
        </LayoutTable>
      </Body>
    </Html>
  );
}

/** Stripes of marsh, clay and sand along the top edge, drawn without an image. */
function Tideline() {
  const bar = { height: "5px", fontSize: "1px", lineHeight: "5px" } as const;
  return (
    <LayoutTable>
      <tr data-skip-in-text="true">
        <td width="64%" className="m-tide-marsh" style={{ ...bar, backgroundColor: colors.marsh }} />
        <td width="9%" style={{ ...bar, backgroundColor: colors.clay }} />
        <td width="27%" className="m-tide-sand" style={{ ...bar, backgroundColor: "#CDBFA5" }} />
      </tr>
    </LayoutTable>
  );
}

function Masthead({ frame }: { frame: Frame }) {
  return (
    <Part top={22} bottom={0}>
      <LayoutTable>
        <tr data-text="row">
          <td>
            <Link href={frame.shop.url} className="m-link" style={wordmark}>
              {frame.shop.name}
            </Link>{" "}
          </td>
          {/* The text part says the same right below. */}
          <td className="m-muted" align={endOf(frame.direction)} data-skip-in-text="true" style={label}>
            {frame.label}
          </td>
        </tr>
      </LayoutTable>
    </Part>
  );
}

const sheet = {
  maxWidth: "600px",
  backgroundColor: colors.paper,
  border: rule,
  borderRadius: "14px",
  overflow: "hidden",
} as const;

const wordmark = {
  fontFamily: serif,
  fontSize: "22px",
  lineHeight: "30px",
  fontWeight: 700,
  color: colors.marsh,
  textDecoration: "none",
} as const;

const label = {
  ...small,
  fontSize: "13px",
  lineHeight: "30px",
  letterSpacing: "0.03em",
} as const;

const footnote = { ...small, fontSize: "13px", lineHeight: "20px" } as const;

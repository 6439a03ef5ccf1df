/**
 * Indents the JSON of variables and headers. GraphiQL asks the formatter Prettier to do it with a parser and a printer
 * for JavaScript; this is the same pair for JSON alone, comments included, at a hundredth of the size.
 */
import { applyEdits, format } from "jsonc-parser";

interface Json {
  text: string;
}

const FORMAT = "json-text";

export const parsers = {
  jsonc: {
    astFormat: FORMAT,
    parse: (text: string): Json => ({ text: applyEdits(text, format(text, undefined, { tabSize: 2, insertSpaces: true })) }),
    locStart: () => 0,
    locEnd: (json: Json) => json.text.length,
  },
};

export const printers = { [FORMAT]: { print: (path: { node: Json }) => path.node.text } };

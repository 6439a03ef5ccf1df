/**
 * A table that reads on a phone too: there each row becomes a card, in which every value stands beside its column's name.
 */
import type { ComponentChildren } from "preact";

export interface Column<T> {
  head: string;
  cell: (row: T) => ComponentChildren;
  /** How the column is set: numbers to the right, names unbroken, room for a long name, or the head of its row. */
  as?: "number" | "name" | "wide" | "title";
}

interface TableProps<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  id: (row: T) => string;
}

export function Table<T>({ caption, columns, rows, id }: TableProps<T>) {
  return (
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>{columns.map(({ head, as }) => <th key={head} scope="col" class={as}>{head}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={id(row)}>
            {columns.map(({ head, cell, as }) =>
              as === "title"
                ? <th key={head} scope="row" class={as}>{cell(row)}</th>
                : <td key={head} class={as} data-head={head}><div>{cell(row)}</div></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

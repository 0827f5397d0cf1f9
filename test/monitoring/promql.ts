import { parser } from '@prometheus-io/lezer-promql';

/** A query, and whom it belongs to. */
export interface Query {
  readonly owner: string;
  readonly expr: string;
}

/** Where the grammar fails; null when it doesn't. */
export function syntaxError({ expr }: Query): string | null {
  let error: string | null = null;
  parser.parse(expr).iterate({
    enter(node) {
      if (node.type.isError) error ??= `at ${node.from}: ${expr.slice(node.from, node.from + 40)}`;
    },
  });
  return error;
}

/** The names of the series that a query reads. */
export function metricsIn({ expr }: Query): readonly string[] {
  const names: string[] = [];
  parser.parse(expr).iterate({
    enter(node) {
      if (node.name === 'VectorSelector') {
        const name = /^[a-zA-Z_:][\w:]*/.exec(expr.slice(node.from, node.to))?.[0];
        if (name !== undefined) names.push(name);
      }
    },
  });
  return names;
}

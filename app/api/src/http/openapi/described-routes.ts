import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';

declare module 'fastify' {
  interface FastifySchema {
    /** Names the operation in the OpenAPI document, and in clients generated from it. */
    readonly operationId?: string;
    readonly summary?: string;
    readonly description?: string;
    readonly tags?: readonly string[];
    /** Left out of the OpenAPI document. */
    readonly hide?: boolean;
  }
}

/** One schema for all, or one for each media type. */
export type DescribedContent =
  | TSchema
  | { readonly content: Readonly<Record<string, { readonly schema: TSchema }>> };

/** The parts of a route that the document shows. */
export interface DescribedRoute {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly querystring?: TSchema;
  readonly params?: TSchema;
  readonly body?: TSchema;
  readonly response?: Readonly<Record<string, DescribedContent>>;
}

/** Collects the routes that are registered from now on and have an operation id. */
export function collectRoutes(app: FastifyInstance): readonly DescribedRoute[] {
  const routes: DescribedRoute[] = [];
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (schema?.operationId === undefined || schema.hide === true || method === 'HEAD') return;
    routes.push({ ...schema, method: String(method), path: url } as DescribedRoute);
  });
  return routes;
}

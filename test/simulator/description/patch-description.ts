import type { Document } from 'openapi-backend';

type Schema = { [key: string]: unknown };

/**
 * What GitHub's description says in a way that the validator (Ajv, through openapi-backend) cannot use, put right
 * in place. Each rule is general, so that a newer description needs no new patch.
 */
export function patchDescription(document: Document): void {
  visit(document, schema => {
    giveNullItsType(schema);
    admitNullAmongValues(schema);
  });
}

/**
 * GitHub ignores body fields it does not know, which hides a misspelt one for ever; the simulator refuses them. The
 * schemas' `oneOf` and `anyOf` branches only name combinations of fields that the schema itself already lists.
 */
export function closeRequestBodies(document: Document): void {
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(item ?? {})) closeRequestBody(operation, document);
  }
}

/**
 * `nullable: true` without a `type` beside it, as in `{ nullable: true, oneOf: […] }`, makes Ajv refuse the whole
 * schema ('"nullable" cannot be used without "type"'). OpenAPI 3.0.3 gives it no meaning either; GitHub means
 * "or null", so that is spelt out. With no other keyword at all the schema admits everything as it is.
 */
function giveNullItsType(schema: Schema): void {
  if (schema['nullable'] !== true || schema['type'] !== undefined) return;
  delete schema['nullable'];
  for (const keyword of ['oneOf', 'anyOf']) {
    const branches = schema[keyword];
    if (Array.isArray(branches)) schema[keyword] = [...branches, { type: 'null' }];
  }
  const all = schema['allOf'];
  if (!Array.isArray(all)) return;
  delete schema['allOf'];
  schema['anyOf'] = [{ allOf: all }, { type: 'null' }];
}

/** `{ nullable: true, enum: ['a'] }`: Ajv holds null against the values too, GitHub answers null (a check run's conclusion). */
function admitNullAmongValues(schema: Schema): void {
  const values = schema['enum'];
  if (schema['nullable'] === true && Array.isArray(values) && !values.includes(null)) {
    schema['enum'] = [...values, null];
  }
}

function closeRequestBody(operation: unknown, document: Document): void {
  const closed = new Set<unknown>();
  const close = (schema: Schema): void => {
    if (closed.has(schema)) return;
    closed.add(schema);
    const reference = schema['$ref'];
    if (typeof reference === 'string') visit(resolve(reference, document), close);
    if (schema['type'] !== 'object' || schema['additionalProperties'] !== undefined) return;
    if (typeof schema['properties'] === 'object') schema['additionalProperties'] = false;
  };
  visit(asSchema(operation)['requestBody'], close);
}

function resolve(reference: string, document: Document): unknown {
  let found: unknown = document;
  for (const step of reference.slice('#/'.length).split('/')) found = asSchema(found)[step];
  return found;
}

function visit(value: unknown, each: (schema: Schema) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) each(asSchema(value));
  for (const inner of Object.values(value)) visit(inner, each);
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {};
}

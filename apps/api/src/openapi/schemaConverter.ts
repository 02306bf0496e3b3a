import { z } from 'zod';

type Json = Record<string, unknown>;
type Definitions = Record<string, Json>;
type Io = 'input' | 'output';

/** A schema with its named components. */
export interface ConvertedSchema {
  schema: unknown;
  components: Definitions;
}

/**
 * Schemas of contracts as OpenAPI. A schema with an id becomes a named component. Where the answer differs from what a request may leave out,
 * because of defaults, the answer's component is called `…Output`, so that one name never means two shapes.
 */
export function convertSchema(schema: unknown, { schemaType }: { schemaType: Io }): ConvertedSchema | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const input = toJson(schema, 'input');
  if (schemaType === 'input') return { schema: input.schema, components: input.definitions };
  const output = toJson(schema, 'output');
  const different = differing(input.definitions, output.definitions);
  const renamed = (value: unknown): unknown => renameReferences(value, different);
  const components = Object.fromEntries(Object.entries(output.definitions).map(([name, definition]) => [different.has(name) ? `${name}Output` : name, renamed(definition) as Json]));
  return { schema: renamed(output.schema), components };
}

/** Wrapped in an object, because the outermost schema of a document is never a reference. */
function toJson(schema: z.ZodType, io: Io): { schema: unknown; definitions: Definitions } {
  const override = ({ jsonSchema }: { jsonSchema: Json }): void => {
    delete jsonSchema['id'];
    if (jsonSchema['additionalProperties'] === false) delete jsonSchema['additionalProperties'];
  };
  const json = z.toJSONSchema(z.object({ root: schema }), { target: 'openapi-3.0', io, unrepresentable: 'any', override: override as never }) as Json;
  const { properties, definitions = {} } = inComponents(json) as { properties: Json; definitions?: Definitions };
  return { schema: properties['root'], definitions };
}

/** Named schemas stand beside each other in a document, not inside each schema. */
function inComponents(json: Json): unknown {
  return JSON.parse(JSON.stringify(json).replaceAll('"$ref":"#/definitions/', '"$ref":"#/components/schemas/'));
}

/** Names that mean another shape in answers, also because of what they contain. */
function differing(input: Definitions, output: Definitions): ReadonlySet<string> {
  const names = Object.keys(output);
  const different = new Set(names.filter((name) => JSON.stringify(input[name]) !== JSON.stringify(output[name])));
  for (let before = -1; before !== different.size; ) {
    before = different.size;
    for (const name of names) if (JSON.stringify(renameReferences(output[name], different)) !== JSON.stringify(output[name])) different.add(name);
  }
  return different;
}

function renameReferences(value: unknown, different: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renameReferences(item, different));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const name = key === '$ref' && typeof item === 'string' ? item.split('/').at(-1) : undefined;
      return [key, name !== undefined && different.has(name) ? `${item as string}Output` : renameReferences(item, different)];
    }),
  );
}

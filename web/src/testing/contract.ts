import document from '../../../openapi.json';

/** The part of JSON Schema that the API's description uses. Another keyword would be silently ignored, so it is a fault. */
interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  oneOf?: readonly Schema[];
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  description?: string;
  default?: unknown;
}

const keywords: Record<keyof Schema, true> = {
  $ref: true,
  type: true,
  enum: true,
  oneOf: true,
  required: true,
  properties: true,
  additionalProperties: true,
  items: true,
  minItems: true,
  maxItems: true,
  minLength: true,
  maxLength: true,
  minimum: true,
  maximum: true,
  pattern: true,
  format: true,
  description: true,
  default: true,
};

type Content = Readonly<Record<string, { schema?: Schema }>>;

interface Described {
  parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Content };
  responses: Readonly<Record<string, { content?: Content }>>;
}

export interface Operation {
  /** As in the document: `GET /api/assets/{assetId}`. */
  name: string;
  path: Readonly<Record<string, string>>;
  described: Described;
}

const schemas = document.components.schemas as unknown as Readonly<Record<string, Schema>>;
const paths = Object.entries(document.paths as unknown as Record<string, Record<string, Described>>)
  .map(([path, methods]) => ({ path, methods, parts: path.split('/') }))
  // Literal parts come before parameters: `/api/assets/summary` is not an asset.
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length);

/** The operation of the API that a request calls; null if there is none. */
export function operationOf(method: string, pathname: string): Operation | null {
  const asked = pathname.split('/');
  for (const { path, methods, parts } of paths) {
    const described = methods[method.toLowerCase()];
    if (!described || parts.length !== asked.length) continue;
    const values: Record<string, string> = {};
    const fits = parts.every((part, at) => {
      const [, name] = /^\{(.+)\}$/.exec(part) ?? [];
      if (name) values[name] = decodeURIComponent(asked[at] ?? '');
      return name !== undefined || part === asked[at];
    });
    if (fits) return { name: `${method.toUpperCase()} ${path}`, path: values, described };
  }
  return null;
}

/** What is wrong with a request, according to the API's description. */
export function faultsOfRequest(
  { described, path }: Operation,
  query: URLSearchParams,
  body: unknown,
): string[] {
  const { parameters = [], requestBody } = described;
  const known = parameters.filter((one) => one.in === 'query');
  const schema = requestBody?.content['application/json']?.schema;
  return [
    ...parameters.flatMap((one) => (one.in === 'path' ? faultsOf(one.schema, path[one.name], one.name) : [])),
    ...known.flatMap(({ name, required }) => (required && !query.has(name) ? [`?${name} is missing`] : [])),
    ...[...query.keys()].flatMap((name) =>
      known.some((one) => one.name === name) ? [] : [`there is no ?${name}`],
    ),
    ...(schema ? faultsOf(schema, body, 'body') : body === undefined ? [] : ['takes no body']),
  ];
}

/** What is wrong with an answer. A problem may have members of its own. */
export function faultsOfAnswer({ described }: Operation, status: number, body: unknown): string[] {
  const answer = described.responses[status];
  if (!answer) return [`${status} is none of ${Object.keys(described.responses).join(', ')}`];
  const [media] = Object.entries(answer.content ?? {});
  if (!media?.[1].schema) return body === undefined ? [] : [`${status} has no body`];
  return faultsOf(media[1].schema, body, 'answer', media[0] === 'application/problem+json');
}

/** What is wrong with a message on the event stream. */
export function faultsOfChange(change: unknown): string[] {
  return faultsOf({ $ref: '#/components/schemas/Change' }, change, 'event');
}

function faultsOf(schema: Schema, value: unknown, at: string, open = false): string[] {
  for (const keyword of Object.keys(schema))
    if (!(keyword in keywords)) throw new Error(`testing/contract.ts does not know “${keyword}” (${at}).`);
  if (schema.$ref) {
    const named = schemas[schema.$ref.slice('#/components/schemas/'.length)];
    if (!named) throw new Error(`${schema.$ref} is not in openapi.json.`);
    return faultsOf(named, value, at, open);
  }
  if (schema.oneOf) {
    const each = schema.oneOf.map((one) => faultsOf(one, value, at, open));
    return each.some((faults) => faults.length === 0) ? [] : (each.at(-1) ?? []);
  }
  if (schema.enum && !schema.enum.includes(value))
    return [`${at}: ${JSON.stringify(value)} is none of its words`];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isA(type, value)))
    return [`${at}: ${value === undefined ? 'missing' : JSON.stringify(value)}, not ${types.join(' or ')}`];
  if (typeof value === 'string') return faultsOfText(schema, value, at);
  if (typeof value === 'number') return faultsOfNumber(schema, value, at);
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
    return [
      ...(value.length > maxItems ? [`${at}: more than ${maxItems}`] : []),
      ...(value.length < minItems ? [`${at}: fewer than ${minItems}`] : []),
      ...value.flatMap((one, index) => (items ? faultsOf(items, one, `${at}[${index}]`) : [])),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {}, required = [], additionalProperties } = schema;
  return [
    ...required.flatMap((name) => (name in value ? [] : [`${at}.${name} is missing`])),
    ...Object.entries(value).flatMap(([name, member]) => {
      const known = properties[name] ?? additionalProperties;
      if (known) return faultsOf(known, member, `${at}.${name}`);
      return open ? [] : [`there is no ${at}.${name}`];
    }),
  ];
}

function isA(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

const formats: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
};

function faultsOfText(
  { minLength = 0, maxLength, pattern, format }: Schema,
  text: string,
  at: string,
): string[] {
  const wrong =
    text.length < minLength ||
    text.length > (maxLength ?? Number.POSITIVE_INFINITY) ||
    (pattern !== undefined && !new RegExp(pattern).test(text)) ||
    (format !== undefined && formats[format]?.test(text) === false);
  return wrong ? [`${at}: “${text}” is no ${format ?? 'such text'}`] : [];
}

function faultsOfNumber({ minimum, maximum }: Schema, value: number, at: string): string[] {
  const wrong = value < (minimum ?? value) || value > (maximum ?? value);
  return wrong ? [`${at}: ${value} is out of bounds`] : [];
}

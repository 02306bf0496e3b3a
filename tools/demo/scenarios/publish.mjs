import { resolve } from './resolve.mjs';

const PLACE = 'approval-definitions';

/** HR writes a definition and publishes it. @param {import('../driver/person.mjs').Person} hr @param {string} id @param {object} document @returns {Promise<number>} its version */
async function publishOne(hr, id, document) {
  const draft = await hr.write('POST', `/api/${PLACE}`, { id, document });
  const errors = draft.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`the definition has errors: ${JSON.stringify(errors)}`);
  const { version } = await hr.write('POST', `/api/${PLACE}/${id}/versions/${draft.version}/publish`, {});
  return version;
}

/** What a definition takes in: where it says `%part`, the id and version under which that part was published. */
function withParts(value, published) {
  if (Array.isArray(value)) return value.map((one) => withParts(one, published));
  if (value === null || typeof value !== 'object') return value;
  const part = typeof value.definitionId === 'string' ? published.get(value.definitionId) : undefined;
  return { ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withParts(one, published)])), ...part };
}

/**
 * HR defines the process of a scenario through the API, the processes that it takes in before it.
 * @param {{ hr: import('../driver/person.mjs').Person, scenario: import('./statements.mjs').Scenario, cast: import('./company.mjs').Cast, run: string }} of
 * @returns {Promise<string>} id of the definition
 */
export async function publish({ hr, scenario, cast, run }) {
  const published = new Map();
  const idOf = (name) => `${name}${run}`.slice(0, 40);
  for (const [name, part] of Object.entries(scenario.parts ?? {})) {
    const id = idOf(`${scenario.name}${name}`);
    published.set(name, { definitionId: id, version: await publishOne(hr, id, resolve(part, cast)) });
  }
  await publishOne(hr, idOf(scenario.name), withParts(resolve(scenario.definition, cast), published));
  return idOf(scenario.name);
}

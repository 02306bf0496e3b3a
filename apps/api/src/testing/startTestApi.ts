import { env } from 'node:process';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AccessRule } from '@fairmark/domain/access';
import type { Database } from '@fairmark/persistence/database';
import { createTestDatabase } from '@fairmark/persistence/testing';
import type { Config } from '@fairmark/runtime/config';
import { createLogger } from '@fairmark/runtime/logging';
import { lazyTemporalClient } from '@fairmark/runtime/temporal';
import type { Client } from '@temporalio/client';
import { accessRules } from '../access/index.js';
import { createApp } from '../createApp.js';
import { CSRF_COOKIE, SESSION_COOKIE, Sessions } from '../identity/sessions.js';
import { Queues } from '../queues/queues.js';
import { Agent } from './agent.js';
import { newDepartment, newEmployee, type NewEmployee, type TestEmployee } from './builders.js';
import { testConfig } from './config.js';

export interface TestApiOptions {
  /** Modules of the features under test; none unless given, so that a test file starts quickly. */
  features?: readonly Type[];
  /** Rules of routes that exist in the test only. */
  rules?: Readonly<Record<string, AccessRule>>;
  /** Replaces the lazy client, for tests that fake what Temporal answers. */
  temporal?: Client;
  /** Opens the queues and their board. */
  queueBoard?: boolean;
  /** Called before the application starts, for guards and interceptors of a test. */
  configure?: (app: NestFastifyApplication) => void;
  /** Environment variables besides the test's own. */
  variables?: Record<string, string>;
}

export interface TestApi {
  app: NestFastifyApplication;
  database: Database;
  config: Config;
  newEmployee(given?: NewEmployee): Promise<TestEmployee>;
  newDepartment(given?: Parameters<typeof newDepartment>[1]): Promise<string>;
  /** A browser in which this person is signed in. */
  signInAs(employee: string | TestEmployee): Promise<Agent>;
  anonymous(): Agent;
  close(): Promise<void>;
}

/**
 * Starts the API on a database of its own. Needs PostgreSQL as `tools/testing` provides it.
 *
 * @example
 * let api: TestApi;
 * beforeAll(async () => { api = await startTestApi({ features: [OrgModule] }); });
 * afterAll(() => api.close());
 * test('…', async () => {
 *   const hr = await api.signInAs(await api.newEmployee({ roles: ['hr'] }));
 *   expect((await hr.get('/api/departments')).status).toBe(200);
 * });
 */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const testDatabase = await createTestDatabase(String(env['TEST_DATABASE_URL']));
  const { database } = testDatabase;
  const config = testConfig(testDatabase.url, options.variables);
  const logger = createLogger('test', config.logLevel);
  const app = await createApp({ config, logger, database, temporal: options.temporal ?? lazyTemporalClient(config), queues: Queues.open(config, logger, options.queueBoard ?? false), features: options.features ?? [], rules: { ...accessRules, ...options.rules } });
  const close = async () => {
    await app.close();
    await testDatabase.drop();
  };
  options.configure?.(app);
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    app, database, config,
    newEmployee: (given) => newEmployee(database, given),
    newDepartment: (given) => newDepartment(database, given),
    signInAs: (employee) => signedIn(app, database, typeof employee === 'string' ? employee : employee.id),
    anonymous: () => new Agent(app),
    close,
  };
}

async function signedIn(app: NestFastifyApplication, database: Database, employeeId: string): Promise<Agent> {
  const session = await database.transaction((tx) => app.get(Sessions).start(tx, employeeId));
  const agent = new Agent(app);
  agent.setCookie(SESSION_COOKIE, session.secret);
  agent.setCookie(CSRF_COOKIE, session.csrfToken);
  return agent;
}

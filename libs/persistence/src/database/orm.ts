import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { entities } from './entities.js';
import { releaseLostConnections } from './lostConnections.js';
import { migrations } from '../migrations/index.js';
import { PreparingClient } from './preparingClient.js';

export interface DatabaseSettings {
  /** `postgres://user:password@host:port/database` */
  url: string;
  /** Upper limit of open connections of this process. */
  poolMax: number;
}

const TIMESTAMPTZ = 1184;

/** The driver's own parsers keep instants as PostgreSQL prints them; the product speaks ISO 8601 in UTC. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid as Parameters<typeof pg.types.getTypeParser>[0], format as 'text');
  },
};

/** Opens the pool. Entities are listed by hand: discovery by file name does not survive bundling. */
export async function createOrm(settings: DatabaseSettings): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: settings.url,
    entities: [...entities],
    extensions: [Migrator],
    pool: { min: 0, max: settings.poolMax },
    driverOptions: { pipeline: true, Client: PreparingClient, types, application_name: 'fairmark', options: '-c TimeZone=UTC', onPoolCreated: releaseLostConnections },
    migrations: { tableName: 'ops.mikro_orm_migrations', snapshot: false, silent: true, migrationsList: [...migrations], transactional: true },
    schemaGenerator: { ignoreSchema: ['bullmq', 'ops', 'audit'] },
    debug: false,
  });
}

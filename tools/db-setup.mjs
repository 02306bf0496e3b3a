// `npm run db:setup`: makes roles, database, schemas and default privileges on a PostgreSQL of one's own; safe to repeat. A superuser's
// DATABASE_ADMIN_URL is used for this alone; names and passwords come from the addresses that the migration job and the application use.
import { setUpDatabase, StackError } from './stack/index.mjs';

const WAIT_MS = 60_000;
const ROLES = /** @type {const} */ ([['DATABASE_OWNER_URL', 'fairmark_owner'], ['DATABASE_URL', 'fairmark_app']]);

/** @param {string} name @returns {URL} */
function address(name) {
  const value = process.env[name];
  if (!value || !URL.canParse(value)) throw new StackError('DATABASE', `${name} must be set to an address like postgres://user:password@host:5432/fairmark.`);
  return new URL(value);
}

function passwords() {
  const [owner, app] = ROLES.map(([name, role]) => {
    const { username, password } = address(name);
    if (username !== role || !password) throw new StackError('DATABASE', `${name} must name the role ${role} and its password.`);
    return decodeURIComponent(password);
  });
  return { owner, app };
}

/** A server that was started at the same moment refuses connections at first. */
async function patiently(work) {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end || !['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', '57P03'].includes(error.code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

try {
  const admin = address('DATABASE_ADMIN_URL');
  const database = address('DATABASE_URL').pathname.slice(1);
  const roles = passwords();
  await patiently(() => setUpDatabase((name = 'postgres') => Object.assign(new URL(admin), { pathname: `/${name}` }).href, database, roles));
  console.log(`Database ${database} is set up.`);
} catch (error) {
  console.error(error instanceof StackError ? error.message : `The database could not be set up: ${error.message}`);
  process.exitCode = 1;
}

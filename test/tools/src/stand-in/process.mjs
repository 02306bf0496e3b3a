// Stands in for API and worker: says that it is ready, writes what happens to it into a file, and leaves when asked to.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { NAME, EVENTS, PORT, BEHAVIOUR } = process.env;
const note = (what) => appendFileSync(EVENTS, `${NAME} ${what}\n`);

if (BEHAVIOUR === 'refuses') {
  console.error('cannot open the thing it needs');
  process.exit(3);
}
const server = createServer((_request, response) => response.end('ok'));
if (NAME === 'api') await new Promise((resolve) => server.listen(Number(PORT), '127.0.0.1', resolve));
else setInterval(() => {}, 1 << 30);

let leaving = false;
const leave = (why) => {
  if (leaving || BEHAVIOUR === 'stubborn') return;
  leaving = true;
  note(`leaves on ${why}`);
  process.exit(0);
};
process.on('SIGTERM', () => leave('SIGTERM')).on('disconnect', () => leave('disconnect'));
note('ready');
process.send({ ready: true });

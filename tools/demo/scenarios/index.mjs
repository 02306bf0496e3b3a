import { adding } from './book/adding.mjs';
import { blocks } from './book/blocks.mjs';
import { deadlines } from './book/deadlines.mjs';
import { deciding } from './book/deciding.mjs';
import { endingEarly } from './book/endingEarly.mjs';
import { handing } from './book/handing.mjs';
import { insideReview } from './book/insideReview.mjs';
import { organisation } from './book/organisation.mjs';
import { planMoves } from './book/planMoves.mjs';
import { returning } from './book/returning.mjs';
import { standingIn } from './book/standingIn.mjs';
import { together } from './book/together.mjs';
import { words } from './book/words.mjs';

/** Every scenario, in the order of the table. @type {import('./statements.mjs').Scenario[]} */
export const SCENARIOS = [...deciding, ...returning, ...adding, ...handing, ...standingIn, ...endingEarly, ...words, ...together, ...blocks, ...deadlines, ...organisation, ...insideReview, ...planMoves];

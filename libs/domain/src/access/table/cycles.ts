import { allow, type AccessRule } from '../rule.js';

const hrOfCycle = allow('cycle', { hr: '*' });

/** Routes of cycles. HR of the scope prepares and launches them; the project lead and the sponsor see how far they are, without departments. */
export const cyclesAccess = {
  'cycles.list': allow('none', { hr: '*', lead: '*', sponsor: '*' }),
  'cycles.create': allow('none', { hr: '*' }),
  'cycles.read': allow('cycle', { hr: '*', lead: '*', sponsor: '*' }),
  'cycles.update': allow('cycle', { hr: ['draft'] }),
  'cycles.population': allow('cycle', { hr: '*' }),
  'cycles.preflight': allow('cycle', { hr: ['draft'] }),
  'cycles.launch': allow('cycle', { hr: ['draft'] }),
  'cycles.people': hrOfCycle,
  'cycles.requests': hrOfCycle,
  'cycles.previewDeadlines': hrOfCycle,
  'cycles.deadlineMoves': hrOfCycle,
  'cycles.previewPlanMove': hrOfCycle,
  'cycles.planMoves': hrOfCycle,
  'cycles.hrActs': allow('review', { self: '*', manager: '*', skipLevel: '*', departmentHead: '*', assignee: '*', hr: '*' }),
  'cycles.readPanelPool': allow('none', { hr: '*' }),
  'cycles.setPanelPool': allow('none', { hr: '*' }),
} as const satisfies Record<string, AccessRule>;

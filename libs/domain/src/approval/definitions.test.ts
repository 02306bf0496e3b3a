import { describe, expect, it, test } from '@jest/globals';
import { appealAdmissibility, calibrationSignOff, goalApproval, shippedDefinition, shippedDefinitions } from './definitions/index.js';
import { Case, definition, node, resolution, submission } from './testing.js';
import { parseDefinition, validateDefinition } from './validate.js';

describe('shipped processes', () => {
  test.each([...shippedDefinitions])('$id has no error and survives being stored', (document) => {
    expect(validateDefinition(document).filter((f) => f.severity === 'error')).toEqual([]);
    expect(parseDefinition(JSON.parse(JSON.stringify(document))).definition).toEqual(document);
    expect(shippedDefinition(document.id, 1)).toBe(document);
  });

  it('goals need the second approver only when flagged', () => {
    const res = resolution({ manager: [['m']], second: [['n']] }, { up: { m: ['n'], n: ['o'] } });
    const plain = new Case(goalApproval, submission(res));
    plain.approve('m');
    expect(plain.state.status).toBe('approved');
    const flagged = new Case(goalApproval, submission(res, { flags: { realismFlagged: true } }));
    flagged.approve('m');
    expect(flagged.waiting).toEqual(['n']);
  });

  it('the second pair of eyes is another person, also after an escalation', () => {
    const res = resolution({ manager: [['m']], second: [['n']] }, { up: { m: ['n'], n: ['o'] } });
    const run = new Case(goalApproval, submission(res, { flags: { realismFlagged: true } }));
    run.timeOut('m');
    run.approve('n');
    expect(run.waiting).toEqual(['o']);
  });

  it('the chair signs off, after HR where configured', () => {
    const res = resolution({ hr: [['h', 'i']], chair: [['c']] });
    const session = { subjectIds: ['s'], submitterId: 'c' };
    expect(new Case(calibrationSignOff, submission(res, session)).waiting).toEqual(['c']);
    const hrFirst = new Case(calibrationSignOff, submission(res, { ...session, flags: { hrFirst: true } }));
    expect(hrFirst.waiting).toEqual(['h', 'i']);
    hrFirst.approve('i');
    expect(hrFirst.waiting).toEqual(['c']);
  });

  it('an appeal is admitted by HR who had no part in it', () => {
    const run = new Case(appealAdmissibility, submission(resolution({ admit: [['h', 'i']] }), { excludedIds: ['h'] }));
    expect(run.waiting).toEqual(['i']);
  });
});

describe('findings about a definition', () => {
  const codes = (...args: Parameters<typeof definition>) => validateDefinition(definition(...args)).map((f) => f.code.split('.')[1]);
  const filled = { fallback: [{ type: 'departmentHead' as const }] };

  it('name what is wrong', () => {
    expect(codes([node('one', 'inOrder', 1, filled), node('one', 'inOrder', 1, filled)])).toEqual(['DUPLICATE_NODE']);
    expect(codes([node('one', 'inOrder', 1, { ...filled, when: { flag: 'x', is: true } })])).toEqual(['ALL_CONDITIONAL']);
    expect(codes([node('one', 'inOrder', 1, { ...filled, duration: { n: 0, unit: 'day' } })])).toEqual(['NO_DURATION']);
    expect(codes([node('one', 'inOrder', 1, { ...filled, reminders: [{ n: 3, unit: 'day' }] })])).toEqual(['REMINDER_TOO_EARLY']);
    expect(codes([node('one', 'allOf', 2, filled)])).toEqual(['DUPLICATE_SOURCE']);
    expect(codes([node('one', 'inOrder', 1)])).toEqual(['NO_FALLBACK']);
    expect(codes([node('one', 'inOrder', 1, filled)], { kind: 'goals', settings: { samePerson: 'actsOnce', submitterMayApprove: true } })).toEqual(['SUBMITTER_REFUSED']);
  });

  it('give the path of a document of the wrong shape', () => {
    const document = { ...goalApproval, nodes: [{ ...goalApproval.nodes[0], type: 'lottery' }] };
    expect(parseDefinition(document)).toEqual({ findings: [{ code: 'APPROVAL_DEFINITION.SHAPE', severity: 'error', path: 'nodes.0.type' }] });
  });
});

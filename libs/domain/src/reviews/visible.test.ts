import { describe, expect, it, test } from '@jest/globals';
import type { ReviewSection } from '@fairmark/contracts/reviews';
import * as fc from 'fast-check';
import { RELATIONS, type Relation } from '../access/relations.js';
import { isRecordedRead, leadingRelation, visibleSections, type Reader } from './index.js';

const STEPS = ['goalSetting', 'period', 'selfReview', 'scoring', 'calibration', 'publication', 'result', 'appeal', 'buffer', 'closed'];
const RESULT: ReviewSection[] = ['scores', 'result', 'interview', 'appeal', 'buffer'];

const see = (relation: Relation | Relation[], extra: Partial<Reader> = {}): Set<ReviewSection> =>
  visibleSections({ relations: new Set([relation].flat()), step: 'scoring', published: false, managersSee: false, taskSteps: [], ...extra });
const none = (sections: ReadonlySet<ReviewSection>, parts: readonly ReviewSection[]): boolean => parts.every((part) => !sections.has(part));

describe('the person', () => {
  it('sees no judged score, total or band before publication, in any step', () => {
    for (const step of STEPS) expect(none(see('self', { step, managersSee: true }), RESULT)).toBe(true);
  });
  it('sees indicator values as they build up, and everything after publication', () => {
    expect(see('self', { step: 'period' }).has('progress')).toBe(true);
    for (const part of RESULT) expect(see('self', { published: true }).has(part)).toBe(true);
  });
  it('gains nothing from any other relation to the own review', () => {
    fc.assert(
      fc.property(fc.subarray([...RELATIONS]), fc.constantFrom(...STEPS), fc.boolean(), fc.boolean(), (others, step, published, managersSee) => {
        const extra = { step, published, managersSee, taskSteps: ['scoring'] };
        expect(see(['self', ...others], extra)).toEqual(see('self', extra));
      }),
    );
  });
});

describe('the line', () => {
  test.each<Relation>(['manager', 'skipLevel'])('%s sees the result two working days earlier, not before', (relation) => {
    expect(see(relation, { step: 'publication' }).has('result')).toBe(false);
    expect(see(relation, { step: 'publication', managersSee: true }).has('result')).toBe(true);
    expect(see(relation).has('rewardPreview')).toBe(false);
  });
  it('a former manager sees that the review exists', () => expect([...see('formerManager', { published: true })]).toEqual(['header']));
});

describe('others', () => {
  test.each<Relation>(['admin', 'lead', 'sponsor', 'stranger', 'panelAlternate'])('%s sees nothing', (relation) => {
    for (const step of STEPS) expect(see(relation, { step, published: true, managersSee: true }).size).toBe(0);
  });
  it('a calibration member sees scores from calibration on', () => {
    expect([...see('calibrationMember')]).toEqual(['header']);
    expect([...see('calibrationMember', { step: 'calibration' })]).toEqual(['header', 'selfReview', 'scores']);
  });
  it('a department head sees figures, no judgement', () => expect(none(see('departmentHead', { published: true, managersSee: true }), ['selfReview', ...RESULT])).toBe(true));
  it('a collaborator sees the item to answer', () => expect([...see(['collaborator', 'assignee'], { taskSteps: ['collaboratorInput'] })]).toEqual(['header', 'collaborationItem']));
});

describe('a task', () => {
  it('opens goals to a second approver and nothing of the scoring', () => {
    const sections = see('assignee', { step: 'goalSetting', taskSteps: ['goalApproval'] });
    expect(sections.has('goals')).toBe(true);
    expect(none(sections, ['progress', 'selfReview', ...RESULT])).toBe(true);
  });
  it('opens what scoring needs to an appointed scorer', () => expect(see('assignee', { taskSteps: ['scoring'] }).has('selfReview')).toBe(true));
  it('that is done opens nothing', () => expect(see('assignee').size).toBe(0));
});

describe('recording', () => {
  it('reads by the person and the line are not recorded', () => {
    for (const relation of ['self', 'manager', 'skipLevel'] as const) expect(isRecordedRead(new Set([relation, 'hr']), new Set(['result']))).toBe(false);
  });
  it('reads of a result, a score or a self-review by anybody else are', () => {
    for (const part of ['result', 'scores', 'selfReview'] as const) expect(isRecordedRead(new Set(['hr']), new Set([part]))).toBe(true);
    expect(isRecordedRead(new Set(['hr']), new Set(['header', 'sheet']))).toBe(false);
  });
  it('names the closest relation', () => expect(leadingRelation(new Set(['hr', 'departmentHead', 'manager']))).toBe('manager'));
});

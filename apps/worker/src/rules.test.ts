import { expect, test } from '@jest/globals';
import { isOfHolders, mayFollowClosing } from '@fairmark/domain/process';
import { allHandlers } from './rules.js';

const offered = allHandlers.flatMap(({ kind, actions }) => Object.entries(actions).flatMap(([step, own]) => Object.entries(own).map(([action, handler]) => ({ name: `${kind}.${step}.${action}`, step, action, handler }))));

test('an action that counts as one of the people who are asked is theirs alone wherever a visit offers it', () => {
  const visits = offered.filter(({ step, action }) => step !== 'process' && isOfHolders(action));
  expect(visits.filter(({ handler }) => handler.by !== 'assignee').map(({ name }) => name)).toEqual([]);
  expect(visits.length).toBeGreaterThan(30);
});

test('whatever a rule offers after the end of a visit counts as such', () => {
  expect(offered.filter(({ action, handler }) => handler.evenClosed && !mayFollowClosing(action)).map(({ name }) => name)).toEqual([]);
});

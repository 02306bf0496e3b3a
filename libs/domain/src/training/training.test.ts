import { expect, test } from '@jest/globals';
import { CourseLevel } from '@fairmark/contracts/training';
import fc from 'fast-check';
import { nextCourse } from './index.js';

test('the path leads from basic to practice', () => {
  expect([nextCourse([]), nextCourse(['basic']), nextCourse(['basic', 'advanced']), nextCourse(['practice'])]).toEqual(['basic', 'advanced', 'practice', 'basic']);
});

test('following the path ends with every course, whatever was passed before', () => {
  fc.assert(fc.property(fc.subarray([...CourseLevel.options]), (passed) => {
    const done = [...passed];
    for (let next = nextCourse(done); next; next = nextCourse(done)) done.push(next);
    expect([...done].sort()).toEqual([...CourseLevel.options].sort());
  }));
});

import { CourseLevel } from '@fairmark/contracts/training';

/** The next course of the path basic → advanced → practice: the first that is not passed, also where a later one is. Null when all are. */
export const nextCourse = (passed: readonly CourseLevel[]): CourseLevel | null => CourseLevel.options.find((level) => !passed.includes(level)) ?? null;

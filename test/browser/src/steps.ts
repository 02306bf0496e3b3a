import { test } from '@jest/globals';
import type { Desk } from './desk.js';

/** Declares one step of a matter that several tests walk through together. */
export type Step = (name: string, act: () => Promise<void>) => void;

/**
 * Steps of one matter: after a failure the rest would only wait for what never comes. A failed step tells where everybody stood.
 * @param desks the people in front of a browser, by the name of their picture; those who are not there yet are left out
 */
export function stepsOf(desks: () => Readonly<Record<string, Desk | undefined>>): Step {
  let broken = false;
  return (name, act) => test(name, async () => {
    if (broken) throw new Error('An earlier step failed.');
    broken = true;
    await act().catch(async (error: unknown) => {
      const present = Object.entries(desks()).flatMap(([who, desk]) => (desk ? [{ who, desk }] : []));
      const told = await Promise.all(present.map(async ({ who, desk }) => {
        await desk.picture(`failed-${who}`);
        return `${who}: ${await desk.standing()}`;
      }));
      throw new Error([String(error), ...told].join('\n'), { cause: error });
    });
    broken = false;
  });
}

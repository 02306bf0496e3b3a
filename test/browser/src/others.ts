import type { CalibrationView } from '@fairmark/contracts/calibration';
import type { InboxItem, InboxPage } from '@fairmark/contracts/inbox';
import { Client } from './client.js';
import { allAccounts } from './running.js';
import { until } from './until.js';

type Act = (client: Client, item: InboxItem & { visitId: string }) => Promise<unknown>;

const acts: Record<string, Act> = {
  goalApproval: (client, item) => client.decide(item.visitId, 'approve'),
  deliberation: async (client, item) => {
    const session = await client.get<CalibrationView>(`/api/calibration/${item.processId}`);
    const scored = session.subjects.every((one) => one.standing !== 'unscored');
    if (scored && session.chair.id === client.id) await client.decide(item.visitId, 'requestSignOff', { explanation: 'A small group' });
  },
  signOff: (client, item) => client.decide(item.visitId, 'approve'),
};

/** Everybody else, signed in without a browser: they do what the two people of the test wait for. */
export class Others {
  private constructor(private readonly clients: readonly Client[]) {}

  static async except(emails: readonly string[]): Promise<Others> {
    const clients: Client[] = [];
    for (const account of allAccounts().filter((one) => !emails.includes(one.email) && one.role !== 'employee')) clients.push(await Client.signIn(account));
    return new Others(clients);
  }

  /** Everybody looks at their inbox, again and again, until it is done. */
  actUntil<T>(what: string, done: () => Promise<T | undefined | null | false>, steps: readonly string[] = Object.keys(acts)): Promise<T> {
    return until(what, async () => {
      const answer = await done();
      if (answer) return answer;
      for (const client of this.clients) await this.look(client, steps);
      return undefined;
    });
  }

  private async look(client: Client, steps: readonly string[]): Promise<void> {
    const { items } = await client.get<InboxPage>('/api/inbox?box=waiting&pageSize=100');
    for (const { visitId, ...item } of items) if (visitId && steps.includes(item.step)) await acts[item.step]?.(client, { ...item, visitId });
  }
}

import { referencePlan } from '@fairmark/domain/plans';
import type { Desk } from './desk.js';

let count = 0;

/** Uploads a plan of its own that depends on departments, by their codes. Answers where it is. */
export async function uploadPlan(desk: Desk, hr: string, dependsOn: readonly string[] = []): Promise<{ code: string; url: string }> {
  count += 1;
  const code = `plan-${count}`;
  const document = { ...referencePlan, code, sheets: referencePlan.sheets.map((sheet, index) => ({ ...sheet, collaboration: false, dependsOnDepartments: index === 0 ? [...dependsOn] : [] })) };
  const answer = await desk.as(hr).post('/api/plans', { document, overrides: [] });
  if (answer.status !== 201) throw new Error(answer.text);
  return { code, url: `/api/plans/${code}/versions/1` };
}

/** Uploads and submits one; answers the case. */
export async function submitPlan(desk: Desk, hr: string, body: Record<string, unknown> = {}): Promise<string> {
  const { url } = await uploadPlan(desk, hr);
  const answer = await desk.post(hr, `${url}/submit`, body);
  const { approvalId } = answer.body as { approvalId?: string };
  if (answer.status !== 202 || !approvalId) throw new Error(answer.text);
  return approvalId;
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseList, CaseView } from '@fairmark/contracts/cases';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { CaseLibraryModule } from './cases.module.js';

let api: TestApi;
let keeper: TestEmployee;
let [hr, lead, reader]: Agent[] = [];
beforeAll(async () => {
  api = await startTestApi({ features: [CaseLibraryModule] });
  keeper = await api.newEmployee({ name: '欧阳若澜' });
  hr = await api.signInAs(await api.newEmployee({ roles: ['hr'] }));
  lead = await api.signInAs(await api.newEmployee({ roles: ['lead'] }));
  reader = await api.signInAs(await api.newEmployee());
});
afterAll(() => api.close());

const body = (extra: object = {}) => ({ title: '社群转化权重过高', situation: '交易型社群连续两个季度复购下降。', decision: '把转化权重下调，补充复购指标。', lesson: 'Watch repurchase before raising conversion targets', kind: 'evaluation', tags: ['转化', '权重'], keeperId: keeper.id, reviewOn: '2027-06-30', ...extra });
const add = (agent: Agent | undefined, extra: object = {}) => (agent as Agent).post<CaseView & { code?: string; details?: { found: unknown } }>('/api/cases', body(extra));
const find = async (text: string, extra: object = {}) => (await (reader as Agent).post<CaseList>('/api/cases/search', { text, ...extra })).body.cases.map(({ title }) => title);

describe('the library', () => {
  test('finds Chinese by any pair and any single character, English by stem, and everything that is asked for', async () => {
    expect((await add(lead)).status).toBe(201);
    await add(hr, { title: '试点样本不足', situation: '只有三个社群。', decision: '改为判断题。', lesson: 'Samples were missing', tags: ['试点'], kind: 'pilot' });
    for (const text of ['复购', '购下', '权重过高', '转', 'targets', 'raise', '复购 conversion']) expect([text, await find(text)]).toEqual([text, ['社群转化权重过高']]);
    expect(await find('社群')).toEqual(expect.arrayContaining(['社群转化权重过高', '试点样本不足']));
    expect(await find('复购 试点')).toEqual([]);
    expect(await find("'); drop table cases; --")).toEqual([]);
    expect(await find('', { kind: 'pilot' })).toEqual(['试点样本不足']);
    expect(await find('', { tag: '权重' })).toEqual(['社群转化权重过高']);
  });

  test('offers the most similar first where somebody decides', async () => {
    const { cases } = (await (reader as Agent).post<CaseList>('/api/cases/similar', { text: '转化指标的权重要不要下调？复购怎么办' })).body;
    expect(cases[0]?.title).toBe('社群转化权重过高');
  });

  test.each([
    ['a name', { decision: '由欧阳若澜决定' }, { field: 'decision', kind: 'name' }], ['a mail address', { situation: '写给 x.y@example.com' }, { field: 'situation', kind: 'email' }], ['a phone number', { lesson: '13900001111' }, { field: 'lesson', kind: 'phone' }],
    ['a tag with a name', { tags: ['欧阳若澜'] }, { field: 'tags', kind: 'name' }],
  ])('refuses %s', async (_, extra, found) => {
    const answer = await add(hr, extra);
    expect(answer).toMatchObject({ status: 422, body: { code: 'CASE.PERSONAL', details: { found: [found] } } });
  });

  test('takes a decision about an appeal from HR only, and nobody makes one of another kind into it', async () => {
    expect((await add(lead, { kind: 'appeal' })).body.code).toBe('CASE.HR_ONLY');
    const { id } = (await add(hr, { kind: 'appeal', title: '数据错误应先更正' })).body;
    expect((await (lead as Agent).send<{ code: string }>('PUT', `/api/cases/${id}`, body({ kind: 'appeal' }))).body?.code).toBe('CASE.HR_ONLY');
  });

  test('keeps an archived case readable and out of the search; readers write nothing', async () => {
    expect((await add(reader)).status).toBe(403);
    const { id } = (await add(hr, { title: '旧案例归档' })).body;
    await (hr as Agent).post(`/api/cases/${id}/archive`, {});
    expect(await find('旧案例')).toEqual([]);
    expect((await (reader as Agent).get<CaseView>(`/api/cases/${id}`)).body).toMatchObject({ archived: true, title: '旧案例归档' });
  });
});

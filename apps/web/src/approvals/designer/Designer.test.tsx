import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { DefinitionVersionView, DefinitionView } from '@fairmark/contracts/approvals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { answerWith, onScreen, renderPage, type Asked } from '../../testing/renderPage.js';
import { Designer } from './Designer.js';
import { blankDocument } from './newNode.js';

const session = { person: { id: '11111111-1111-4111-8111-111111111111', name: '王伟', nameEn: null }, email: 'a@fairmark.example', locale: 'zh-CN', zone: 'Asia/Shanghai', roles: [{ role: 'hr', departmentId: null, departmentName: null }], relations: {}, csrfToken: 'x' };
const initial = blankDocument('goals', '目标流程', '', { zh: '部门审批' });
const version: DefinitionVersionView = { id: 'goalFlow', version: 1, state: 'draft', shipped: false, createdBy: null, changedAt: '2026-10-09T01:00:00Z', publishedBy: null, publishedAt: null, retiredAt: null, running: 0, document: initial as never, findings: [] };
const { document: _document, findings: _findings, id: _id, ...line } = version;
const definition: DefinitionView = { id: 'goalFlow', kind: 'goals', title: initial.title, versions: [line], purposes: [] };

let asked: Asked[];
// Every query over the whole page is slow here: drawer, chart and lists are large.
jest.setTimeout(60_000);

beforeEach(() => {
  onScreen(1_280);
  asked = answerWith({
    'GET /session': session, 'GET /org/departments': { departments: [] }, 'GET /approval-definitions': { definitions: [definition] },
    'POST /approval-definitions/check': (body: unknown) => ({ findings: JSON.stringify(body).includes('"approvers":[]') ? [{ code: 'APPROVAL_DEFINITION.SHAPE', severity: 'error', path: 'nodes.0.approvers' }] : [] }),
    'PUT /approval-definitions/goalFlow/draft': { ...version, changedAt: '2026-10-09T02:00:00Z' },
  });
});
afterEach(cleanup);

const show = () => renderPage(<Designer definition={definition} version={version} initial={initial} onVersion={() => undefined} onGone={() => undefined} />);
const chart = () => within(screen.getByRole('region', { name: '流程图' }));

describe('the designer', () => {
  test('checks while it is edited and shows a fault at its node and field; with an error nothing is published', async () => {
    await show();
    fireEvent.click(chart().getByText('部门审批'));
    const drawer = within(await screen.findByRole('dialog'));
    fireEvent.click((await drawer.findAllByRole('button', { name: '删除来源 1' }))[0] as HTMLElement);
    expect(await screen.findByText('1 个错误，0 个提示', undefined, { timeout: 3_000 })).toBeTruthy();
    expect(chart().getByText('部门审批').closest('button')?.className).toContain('faulty');
    expect(drawer.getAllByText(/请至少添加一个审批人来源/).length).toBeGreaterThan(1);
    expect((screen.getByRole('button', { name: /^发\s?布$/ }) as HTMLButtonElement).disabled).toBe(true);
  });

  test('does not offer a decision by time-out for goals', async () => {
    await show();
    fireEvent.click(chart().getByText('部门审批'));
    fireEvent.mouseDown(await screen.findByLabelText('到期未处理'));
    expect((await screen.findAllByRole('option')).length).toBeGreaterThan(0);
    expect(screen.getByTitle('自动延长')).toBeTruthy();
    expect(screen.queryByTitle('默认决定')).toBeNull();
  });

  test('puts a node where the plus sign stands, and saves the document with the state that was read', async () => {
    await show();
    const plus = chart().getAllByRole('button', { name: '在此处添加节点' });
    expect(plus).toHaveLength(2);
    fireEvent.click(plus[1] as HTMLElement);
    fireEvent.click(await screen.findByRole('menuitem', { name: '抄送' }));
    await waitFor(() => expect(chart().getAllByText('抄送').length).toBeGreaterThan(0));
    fireEvent.click(screen.getByRole('button', { name: '保存草稿' }));
    await waitFor(() => expect(asked.find((one) => one.method === 'PUT')?.body).toMatchObject({ changedAt: version.changedAt, document: { nodes: [{ id: 'inOrder1' }, { id: 'copy1', type: 'copy' }] } }));
  });
});
